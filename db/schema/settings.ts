import { sql } from 'drizzle-orm';
import { boolean, check, pgTable, uuid } from 'drizzle-orm/pg-core';

/** What this database holds the content of: one row, made with the table. Copies of the database keep it. */
export const site = pgTable(
  'site',
  {
    id: uuid().notNull(),
    /** There can be no second row. */
    isOnly: boolean().primaryKey().default(true),
    /** Whether nobody releases what they wrote or handed in before somebody else has approved it. */
    fourEyes: boolean().notNull().default(false),
  },
  (table) => [check('site_is_only_check', sql`${table.isOnly}`)],
);
