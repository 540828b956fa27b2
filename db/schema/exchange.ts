import { boolean, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { record } from './records.ts';

/**
 * What an import last brought for a unit, as it came. The next import is compared with it and merged from it, so that what
 * people wrote since then stays and the same file again changes nothing.
 */
export const importedUnit = pgTable(
  'imported_unit',
  {
    recordId: uuid()
      .notNull()
      .references(() => record.id, { onDelete: 'cascade' }),
    scope: text().notNull(),
    content: jsonb().notNull(),
    /** Whether it was to go before readers at once. */
    released: boolean().notNull().default(false),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.recordId, table.scope] })],
);
