import { bigint, index, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Every write and every refusal, in order. The application role may insert and read, never change or delete. */
export const auditEvent = pgTable(
  'audit_event',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: timestamp({ withTimezone: true }).notNull(),
    actorKind: text().notNull(),
    actorId: uuid(),
    action: text().notNull(),
    outcome: text().notNull(),
    subjectKind: text(),
    subjectId: uuid(),
    scope: text(),
    revision: bigint({ mode: 'number' }),
    requestId: text(),
    problem: text(),
    detail: jsonb(),
  },
  (table) => [
    // The history of one record, newest first.
    index('audit_event_subject_idx').on(table.subjectId, table.id),
    // What one person did, newest first.
    index('audit_event_actor_idx').on(table.actorId, table.id),
  ],
);

/** One row a submitted form or request, so that a double click or a network retry has one effect and one answer. */
export const idempotency = pgTable(
  'idempotency',
  {
    actor: text().notNull(),
    key: text().notNull(),
    command: text().notNull(),
    bodyHash: text().notNull(),
    result: jsonb(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.actor, table.key] }),
    // Rows older than a day are pruned.
    index('idempotency_at_idx').on(table.at),
  ],
);

/** When each page tag was last invalidated; the truth behind the notification `cache_tags`. */
export const cacheTag = pgTable('cache_tag', {
  tag: text().primaryKey(),
  at: timestamp({ withTimezone: true }).notNull(),
});
