import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

/** Somebody who may sign in. */
export const person = pgTable(
  'person',
  {
    id: uuid().primaryKey(),
    email: text().notNull(),
    name: text().notNull(),
    locale: text().notNull(),
    /** Which mails they get: one a notice, one a day, or none. All notices stand in the desk as well. */
    mailing: text().notNull().default('daily'),
    passwordHash: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    disabledAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    // One account an address; the address is stored normalised (NFKC, lower case).
    uniqueIndex('person_email_key').on(table.email),
    check('person_locale_check', sql`${table.locale} in ('ar', 'de', 'en')`),
    check('person_mailing_check', sql`${table.mailing} in ('each', 'daily', 'none')`),
  ],
);

/** One right of one person: a role, for one language or for all, until a day or for good. */
export const grant = pgTable(
  'person_grant',
  {
    id: uuid().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    role: text().notNull(),
    locale: text(),
    until: timestamp({ withTimezone: true }),
  },
  (table) => [
    index('person_grant_person_idx').on(table.personId),
    check(
      'person_grant_role_check',
      sql`${table.role} in ('administrator', 'publisher', 'editor', 'translator', 'reviewer')`,
    ),
  ],
);

/** A signed-in browser. The cookie holds the token; only its hash is kept, and ending the row ends the session at once. */
export const session = pgTable(
  'session',
  {
    tokenHash: text().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    seenAt: timestamp({ withTimezone: true }).notNull(),
    endsAt: timestamp({ withTimezone: true }).notNull(),
    endedAt: timestamp({ withTimezone: true }),
    agent: text(),
  },
  (table) => [index('session_person_idx').on(table.personId)],
);

/** Links that work once: to set up the first administrator, or to choose a new password. */
export const setUpLink = pgTable('set_up_link', {
  tokenHash: text().primaryKey(),
  purpose: text().notNull(),
  personId: uuid().references(() => person.id, { onDelete: 'cascade' }),
  createdAt: timestamp({ withTimezone: true }).notNull(),
  endsAt: timestamp({ withTimezone: true }).notNull(),
  usedAt: timestamp({ withTimezone: true }),
});

/** Counters of failed sign-ins by account and by address, in windows. */
export const signInAttempt = pgTable('sign_in_attempt', {
  key: text().primaryKey(),
  failures: integer().notNull(),
  windowEndsAt: timestamp({ withTimezone: true }).notNull(),
});
