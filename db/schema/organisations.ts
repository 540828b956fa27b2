import { index, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { place } from './places.ts';
import { textColumns } from './text-columns.ts';

/** Published: a port authority, university, network, company or public body. */
export const organisation = pgTable(
  'organisation',
  {
    id: uuid().primaryKey(),
    ref: text().notNull(),
    slug: text().notNull(),
    kind: text().notNull(),
    country: text(),
    placeId: uuid().references(() => place.id),
    website: text(),
    wikidata: text(),
    sourceLocale: text().notNull(),
    publishedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    uniqueIndex('organisation_slug_key').on(table.slug),
    // The permanent short address.
    index('organisation_ref_idx').on(table.ref),
    index('organisation_place_idx').on(table.placeId),
    index('organisation_country_idx').on(table.country),
  ],
);

/** Published: the text of an organisation in one language. */
export const organisationText = pgTable(
  'organisation_text',
  {
    organisationId: uuid()
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    ...textColumns(),
    aliases: text().array().notNull().default([]),
    sortKey: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.locale] })],
);
