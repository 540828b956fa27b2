import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

/** Work for later, written in the transaction that causes it. */
export const job = pgTable(
  'job',
  {
    id: uuid().primaryKey(),
    kind: text().notNull(),
    payload: jsonb().notNull(),
    /** Two jobs of one kind with one key are one job while it waits. */
    uniqueKey: text(),
    runAt: timestamp({ withTimezone: true }).notNull(),
    attempts: integer().notNull().default(0),
    doneAt: timestamp({ withTimezone: true }),
    failedAt: timestamp({ withTimezone: true }),
    lastError: text(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    // The worker asks for what is due, oldest first.
    index('job_due_idx')
      .on(table.runAt)
      .where(sql`done_at is null and failed_at is null`),
    uniqueIndex('job_waiting_key')
      .on(table.kind, table.uniqueKey)
      .where(sql`done_at is null and failed_at is null`),
  ],
);

/** When a process that works in the background last said that it is alive, on the clock of the database. */
export const beat = pgTable('beat', {
  name: text().primaryKey(),
  at: timestamp({ withTimezone: true }).notNull(),
});
