import { index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { textColumns } from './text-columns.ts';

/** Published: a field of cooperation. */
export const theme = pgTable(
  'theme',
  {
    id: uuid().primaryKey(),
    ref: text().notNull(),
    slug: text().notNull(),
    sdgs: integer().array().notNull().default([]),
    sourceLocale: text().notNull(),
    publishedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    uniqueIndex('theme_slug_key').on(table.slug),
    // The permanent short address.
    index('theme_ref_idx').on(table.ref),
  ],
);

/** Published: the text of a theme in one language. */
export const themeText = pgTable(
  'theme_text',
  {
    themeId: uuid()
      .notNull()
      .references(() => theme.id, { onDelete: 'cascade' }),
    ...textColumns(),
  },
  (table) => [primaryKey({ columns: [table.themeId, table.locale] })],
);
