import { index, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { organisation } from './organisations.ts';
import { textColumns } from './text-columns.ts';

/** Published: a funding or exchange programme, such as IURC. */
export const programme = pgTable(
  'programme',
  {
    id: uuid().primaryKey(),
    ref: text().notNull(),
    slug: text().notNull(),
    website: text(),
    organisationId: uuid().references(() => organisation.id),
    startedOn: text(),
    endedOn: text(),
    sourceLocale: text().notNull(),
    publishedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    uniqueIndex('programme_slug_key').on(table.slug),
    // The permanent short address.
    index('programme_ref_idx').on(table.ref),
    index('programme_organisation_idx').on(table.organisationId),
  ],
);

/** Published: the text of a programme in one language. */
export const programmeText = pgTable(
  'programme_text',
  {
    programmeId: uuid()
      .notNull()
      .references(() => programme.id, { onDelete: 'cascade' }),
    ...textColumns(),
    abbreviation: text(),
  },
  (table) => [primaryKey({ columns: [table.programmeId, table.locale] })],
);
