import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { person } from './accounts.ts';
import { record } from './records.ts';

/** What somebody said about a part of a record: about a field, some words of it, or the whole part. */
export const comment = pgTable(
  'comment',
  {
    id: uuid().primaryKey(),
    recordId: uuid()
      .notNull()
      .references(() => record.id, { onDelete: 'cascade' }),
    scope: text().notNull(),
    /** The path of the field; `null` speaks of the whole part. */
    path: text(),
    /** The words of the field that are meant, as they stood; `null` speaks of the whole field. */
    quote: text(),
    /** The comment that this one answers. */
    parentId: uuid(),
    author: uuid()
      .notNull()
      .references(() => person.id),
    body: text().notNull(),
    /** The revision that the author looked at. */
    revision: integer().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    resolvedAt: timestamp({ withTimezone: true }),
    resolvedBy: uuid().references(() => person.id),
  },
  (table) => [
    // The talk about one part, in its order.
    index('comment_unit_idx').on(table.recordId, table.scope, table.createdAt),
    check('comment_scope_check', sql`${table.scope} in ('facts', 'ar', 'de', 'en')`),
  ],
);

/** What somebody is told: shown in the desk, and sent by mail as they wish. */
export const notice = pgTable(
  'notice',
  {
    id: uuid().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** What happened, such as `returned`; its sentence stands in `messages/`. */
    kind: text().notNull(),
    recordId: uuid().references(() => record.id, { onDelete: 'cascade' }),
    scope: text(),
    /** Whose deed it was; `null` for the product itself. */
    actorId: uuid().references(() => person.id),
    detail: jsonb().notNull().default({}),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    readAt: timestamp({ withTimezone: true }),
    /** When it went into a mail, at once or with those of a day. */
    mailedAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    // What one person is told, newest first.
    index('notice_person_idx').on(table.personId, table.createdAt),
    // What waits for a mail.
    index('notice_unmailed_idx')
      .on(table.personId, table.createdAt)
      .where(sql`mailed_at is null`),
  ],
);

/** A mail that leaves, or would leave if a mail server were set. */
export const mail = pgTable(
  'mail',
  {
    id: uuid().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** One address; the account's when it was written. */
    recipient: text().notNull(),
    locale: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    /** What this mail says once: the same key makes no second mail. */
    uniqueKey: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    sentAt: timestamp({ withTimezone: true }),
    attempts: integer().notNull().default(0),
    lastError: text(),
  },
  (table) => [
    uniqueIndex('mail_unique_key').on(table.uniqueKey),
    // The outbox, newest first.
    index('mail_created_idx').on(table.createdAt),
    check('mail_locale_check', sql`${table.locale} in ('ar', 'de', 'en')`),
  ],
);
