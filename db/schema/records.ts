import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { person } from './accounts.ts';

/** Anything that staff can edit. Its content lies in its units. */
export const record = pgTable(
  'record',
  {
    id: uuid().primaryKey(),
    kind: text().notNull(),
    /** The permanent short name, such as `P-104`. */
    ref: text().notNull(),
    /** The name under which an import knows the record, such as `wikidata:Q1055`. */
    importKey: text(),
    /** The address part of the newest facts, kept here so that two records of a kind cannot claim one. */
    slug: text(),
    sourceLocale: text().notNull(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    createdBy: uuid().references(() => person.id),
    deletedAt: timestamp({ withTimezone: true }),
    deletedBy: uuid().references(() => person.id),
  },
  (table) => [
    uniqueIndex('record_ref_key').on(table.ref),
    uniqueIndex('record_import_key_key').on(table.importKey),
    uniqueIndex('record_slug_key')
      .on(table.kind, table.slug)
      .where(sql`deleted_at is null`),
    index('record_kind_idx').on(table.kind, table.id),
    check('record_source_locale_check', sql`${table.sourceLocale} in ('ar', 'de', 'en')`),
  ],
);

/** The part of a record that is drafted, reviewed and released on its own: its facts, or its text in one language. */
export const unit = pgTable(
  'unit',
  {
    recordId: uuid()
      .notNull()
      .references(() => record.id, { onDelete: 'cascade' }),
    scope: text().notNull(),
    content: jsonb().notNull(),
    state: text().notNull(),
    version: integer().notNull(),
    headRev: integer().notNull(),
    publishedRev: integer(),
    /** For a text: per path the source revision and hash that the translation was made from. */
    basis: jsonb().notNull().default({}),
    stalePaths: text().array().notNull().default([]),
    assignee: uuid().references(() => person.id),
    dueOn: date({ mode: 'string' }),
    scheduledFor: timestamp({ withTimezone: true }),
    /** When it is planned to be taken away from readers. */
    withdrawFor: timestamp({ withTimezone: true }),
    submittedBy: uuid().references(() => person.id),
    returnNote: text(),
    updatedAt: timestamp({ withTimezone: true }).notNull(),
    updatedBy: uuid().references(() => person.id),
  },
  (table) => [
    primaryKey({ columns: [table.recordId, table.scope] }),
    check('unit_scope_check', sql`${table.scope} in ('facts', 'ar', 'de', 'en')`),
    check('unit_state_check', sql`${table.state} in ('draft', 'in_review', 'approved', 'published')`),
    // Lists of what changed last, per language and state.
    index('unit_updated_idx').on(table.scope, table.state, table.updatedAt),
    // The search over titles in the desk's lists.
    index('unit_title_idx').on(sql`(content ->> 'title')`),
    // What one person has to do, the most urgent first.
    index('unit_assignee_idx')
      .on(table.assignee, table.dueOn)
      .where(sql`assignee is not null`),
  ],
);

/** Every saved content of a unit. Rows are inserted, never changed. */
export const revision = pgTable(
  'revision',
  {
    recordId: uuid().notNull(),
    scope: text().notNull(),
    n: integer().notNull(),
    baseN: integer(),
    content: jsonb().notNull(),
    changedPaths: text().array().notNull(),
    kind: text().notNull(),
    minor: boolean().notNull().default(false),
    note: text(),
    schemaVersion: integer().notNull(),
    author: uuid().references(() => person.id),
    editSession: text(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.recordId, table.scope, table.n] }),
    foreignKey({
      name: 'revision_unit_fk',
      columns: [table.recordId, table.scope],
      foreignColumns: [unit.recordId, unit.scope],
    }).onDelete('cascade'),
    check(
      'revision_kind_check',
      sql`${table.kind} in ('create', 'save', 'autosave', 'merge', 'restore', 'discard', 'import', 'duplicate')`,
    ),
    // Autosaves are pruned by age.
    index('revision_autosave_idx')
      .on(table.createdAt)
      .where(sql`kind = 'autosave'`),
  ],
);

/**
 * Which record points to which: as drafted, read off the facts on every save (scope `facts`), and as readers see it, kept on
 * release (scope `published`). For where-used, filters and guards.
 */
export const recordRef = pgTable(
  'record_ref',
  {
    recordId: uuid()
      .notNull()
      .references(() => record.id, { onDelete: 'cascade' }),
    scope: text().notNull(),
    path: text().notNull(),
    targetId: uuid()
      .notNull()
      .references(() => record.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.recordId, table.scope, table.path, table.targetId] }),
    index('record_ref_target_idx').on(table.targetId),
  ],
);

/** What stays of a purged record: its short name is never given again. */
export const tombstone = pgTable('tombstone', {
  id: uuid().primaryKey(),
  kind: text().notNull(),
  ref: text().notNull(),
  purgedAt: timestamp({ withTimezone: true }).notNull(),
  purgedBy: uuid(),
});

/**
 * Published: what was put before readers or taken away from them, and when; never by whom. The public may read it: it is the
 * history that a page shows, and the number of its version. Rows are inserted, never changed.
 */
export const releaseLog = pgTable(
  'release_log',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    recordId: uuid()
      .notNull()
      .references(() => record.id, { onDelete: 'cascade' }),
    scope: text().notNull(),
    deed: text().notNull(),
    /** The fields that differ from what readers saw before; empty for a first release and for a withdrawal. */
    changed: text().array().notNull().default([]),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    // The history of one record, and its length.
    index('release_log_record_idx').on(table.recordId, table.at),
    check('release_log_scope_check', sql`${table.scope} in ('facts', 'ar', 'de', 'en')`),
    check('release_log_deed_check', sql`${table.deed} in ('released', 'withdrawn')`),
  ],
);

/** Published addresses without language prefix: live, moved to another, or gone. The public may read it. */
export const address = pgTable(
  'address',
  {
    path: text().primaryKey(),
    recordId: uuid().notNull(),
    state: text().notNull(),
    movedTo: text(),
    changedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    index('address_record_idx').on(table.recordId),
    // Whoever keeps pages asks for the addresses that opened since it last asked.
    index('address_live_changed_idx')
      .on(table.changedAt)
      .where(sql`state = 'live'`),
    check('address_state_check', sql`${table.state} in ('live', 'moved', 'gone')`),
    check('address_moved_check', sql`(${table.state} = 'moved') = (${table.movedTo} is not null)`),
  ],
);
