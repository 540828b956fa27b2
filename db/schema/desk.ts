import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { person } from './accounts.ts';
import { record } from './records.ts';

/** A list as somebody set it, kept under a name: mine, for everybody, or for those who hold a role. */
export const savedView = pgTable(
  'saved_view',
  {
    id: uuid().primaryKey(),
    ownerId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** The list it belongs to: a kind of record. */
    list: text().notNull(),
    name: text().notNull(),
    /** The question of the address, checked when it was kept and again when it is opened. */
    question: text().notNull(),
    sharedWith: text().notNull().default('owner'),
    /** The place among the tabs. */
    rank: integer().notNull().default(0),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    index('saved_view_list_idx').on(table.list, table.ownerId),
    check(
      'saved_view_shared_check',
      sql`${table.sharedWith} in ('owner', 'everybody', 'administrator', 'publisher', 'editor', 'translator', 'reviewer')`,
    ),
  ],
);

/** Who has a part of a record open. A courtesy: no write looks at it. */
export const presence = pgTable(
  'presence',
  {
    recordId: uuid()
      .notNull()
      .references(() => record.id, { onDelete: 'cascade' }),
    scope: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    /** On the clock of the database. */
    seenAt: timestamp({ withTimezone: true }).notNull(),
    /** When they last typed; `null` for somebody who only reads. */
    typedAt: timestamp({ withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.recordId, table.scope, table.personId] })],
);

/** A short link that shows the drafts of one record to whoever has it, until it ends. */
export const previewLink = pgTable(
  'preview_link',
  {
    /** The cookie-less key in the address is signed; only its hash is kept. */
    tokenHash: text().primaryKey(),
    recordId: uuid()
      .notNull()
      .references(() => record.id, { onDelete: 'cascade' }),
    createdBy: uuid()
      .notNull()
      .references(() => person.id),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    endsAt: timestamp({ withTimezone: true }).notNull(),
    /** Taken back before its end. */
    endedAt: timestamp({ withTimezone: true }),
    /** Whether it was ever opened. */
    wasOpened: boolean().notNull().default(false),
  },
  (table) => [index('preview_link_record_idx').on(table.recordId)],
);
