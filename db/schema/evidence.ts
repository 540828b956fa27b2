import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';

/** Published: where the facts of a record come from, numbered as the page numbers them. */
export const source = pgTable(
  'source',
  {
    recordId: uuid().notNull(),
    id: text().notNull(),
    position: integer().notNull(),
    url: text(),
    publisher: text().notNull(),
    title: text(),
    language: text(),
    publishedOn: text(),
    retrievedOn: text(),
    kind: text(),
  },
  (table) => [primaryKey({ columns: [table.recordId, table.id] })],
);

/** Published: who says what of a fact. The accepted claim is the displayed value; the others stay visible beside it. */
export const claim = pgTable(
  'claim',
  {
    recordId: uuid().notNull(),
    id: text().notNull(),
    /** The fact: `type`, `parties`, `agreements.a1`, `milestones.m2`, … */
    path: text().notNull(),
    /** The exact field the claim speaks of, where it is narrower than the fact. */
    field: text(),
    value: jsonb(),
    sourceId: text().notNull(),
    side: text(),
    retrievedOn: text(),
    checkedOn: text(),
    accepted: boolean().notNull(),
    /** Why a claim was accepted or not, in the editor's words. */
    note: text(),
    noteLanguage: text(),
  },
  (table) => [
    primaryKey({ columns: [table.recordId, table.id] }),
    index('claim_path_idx').on(table.recordId, table.path),
  ],
);
