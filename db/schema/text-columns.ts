import { jsonb, text, timestamp } from 'drizzle-orm/pg-core';

/** The columns that every published text has; one row a record and language. */
export function textColumns() {
  return {
    locale: text().notNull(),
    title: text().notNull(),
    lead: text(),
    body: jsonb(),
    /** The texts of nested items: `{"milestones": {"m1": {"title": "…"}}}`. */
    labels: jsonb().notNull().default({}),
    publishedAt: timestamp({ withTimezone: true }).notNull(),
  };
}
