import { sql } from 'drizzle-orm';
import { boolean, check, pgTable, uuid } from 'drizzle-orm/pg-core';

/** What this database holds the content of: one row, made with the table. Copies of the database keep it. */
export const site = pgTable(
  'site',
  {
    id: uuid().notNull(),
    /** There can be no second row. */
    isOnly: boolean().primaryKey().default(true),
    /** Whether what somebody wrote or handed in needs the eyes of somebody else. */
    fourEyes: boolean().notNull().default(true),
  },
  (table) => [check('site_is_only_check', sql`${table.isOnly}`)],
);
