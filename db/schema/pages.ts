import { boolean, index, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { textColumns } from './text-columns.ts';

/** Published: a page about the register itself. */
export const page = pgTable(
  'page',
  {
    id: uuid().primaryKey(),
    ref: text().notNull(),
    slug: text().notNull(),
    /** Written in easy language: set larger, one thought a line. */
    isEasy: boolean().notNull().default(false),
    sourceLocale: text().notNull(),
    publishedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    uniqueIndex('page_slug_key').on(table.slug),
    // The permanent short address.
    index('page_ref_idx').on(table.ref),
  ],
);

/** Published: the text of a page in one language. */
export const pageText = pgTable(
  'page_text',
  {
    pageId: uuid()
      .notNull()
      .references(() => page.id, { onDelete: 'cascade' }),
    ...textColumns(),
  },
  (table) => [primaryKey({ columns: [table.pageId, table.locale] })],
);
