import { sql } from 'drizzle-orm';
import {
  boolean,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { textColumns } from './text-columns.ts';

/** Published: a city, municipality, district, county or region. */
export const place = pgTable(
  'place',
  {
    id: uuid().primaryKey(),
    ref: text().notNull(),
    slug: text().notNull(),
    kind: text().notNull(),
    country: text().notNull(),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    wikidata: text(),
    geonames: text(),
    unlocode: text(),
    nuts: text(),
    sourceLocale: text().notNull(),
    publishedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    uniqueIndex('place_slug_key').on(table.slug),
    // The permanent short address.
    index('place_ref_idx').on(table.ref),
    index('place_country_idx').on(table.country),
  ],
);

/** Published: the text of a place in one language; `title` is its name. */
export const placeText = pgTable(
  'place_text',
  {
    placeId: uuid()
      .notNull()
      .references(() => place.id, { onDelete: 'cascade' }),
    ...textColumns(),
    aliases: text().array().notNull().default([]),
    /** The name without a leading article, for alphabetical lists. */
    sortKey: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.placeId, table.locale] }),
    index('place_text_sort_idx').on(table.locale, table.sortKey),
  ],
);

/**
 * Published: the name under which a place stands in the list of a language, which is its own there or that of the nearest
 * language that has one. Kept so that an alphabetical list of thousands is read page by page.
 */
export const placeName = pgTable(
  'place_name',
  {
    placeId: uuid()
      .notNull()
      .references(() => place.id, { onDelete: 'cascade' }),
    /** The language of the reader. */
    locale: text().notNull(),
    title: text().notNull(),
    textLocale: text().notNull(),
    sortKey: text().notNull(),
    /** The heading under which the name stands. */
    letter: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.placeId, table.locale] }),
    index('place_name_letter_idx').on(table.locale, table.letter),
    // One order for each language, as its alphabet has it.
    index('place_name_ar_idx')
      .on(sql`sort_key collate "ar-x-icu"`, table.placeId)
      .where(sql`locale = 'ar'`),
    index('place_name_de_idx')
      .on(sql`sort_key collate "de-x-icu"`, table.placeId)
      .where(sql`locale = 'de'`),
    index('place_name_en_idx')
      .on(sql`sort_key collate "en-x-icu"`, table.placeId)
      .where(sql`locale = 'en'`),
  ],
);

/** Published: a figure of a place with its year and area. */
export const placePopulation = pgTable(
  'place_population',
  {
    placeId: uuid()
      .notNull()
      .references(() => place.id, { onDelete: 'cascade' }),
    id: text().notNull(),
    position: integer().notNull(),
    value: integer().notNull(),
    approximate: boolean().notNull(),
    year: integer(),
    area: text(),
    sourceId: text(),
  },
  (table) => [primaryKey({ columns: [table.placeId, table.id] })],
);
