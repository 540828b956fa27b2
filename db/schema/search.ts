import {
  boolean,
  customType,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

/** Words with their weights, as Postgres indexes them; written and read as text. */
const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** What is written goes into the index at once: a list of what is still to go in would be read by each search, 4 ms a time. */
const AT_ONCE = { fastupdate: false };

/** Published: what of a record can be found, in all its languages together. */
export const searchEntry = pgTable(
  'search_entry',
  {
    recordId: uuid().primaryKey(),
    kind: text().notNull(),
    ref: text().notNull(),
    slug: text().notNull(),
    /** By language: `{"ar": {"title": "…", "lead": "…"}}`. */
    texts: jsonb().notNull(),
    locales: text().array().notNull(),
    /** The words of names (A), titles and themes (B), leads (C) and bodies (D), normalised. */
    words: tsvector().notNull(),
  },
  (table) => [
    index('search_entry_words_idx').using('gin', table.words).with(AT_ONCE),
    index('search_entry_kind_idx').on(table.kind),
  ],
);

/** Published: every word that stands in some entry, normalised. What a query may mean is looked up here. */
export const searchWord = pgTable(
  'search_word',
  {
    word: text().primaryKey(),
    /** Part of the name of a record, or such a name written as one word. */
    isName: boolean().notNull(),
    /** How a name sounds, whatever the script; several where letters can be read in several ways. */
    sounds: text().array().notNull().default([]),
    /** The word with letters left out, for slips: trigrams know no Arabic letters in a database of the C locale. */
    remainders: text().array().notNull().default([]),
  },
  (table) => [
    index('search_word_sounds_idx').using('gin', table.sounds).with(AT_ONCE),
    index('search_word_remainders_idx').using('gin', table.remainders).with(AT_ONCE),
  ],
);

/** Published: what means the same. Each row leads from a term to others; staff keep it. */
export const searchSynonym = pgTable(
  'search_synonym',
  {
    id: uuid().primaryKey(),
    locale: text().notNull(),
    term: text().notNull(),
    /** The term as the index writes words, for the look-up. */
    folded: text().notNull(),
    others: text().array().notNull(),
    note: text(),
    updatedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    uniqueIndex('search_synonym_term_key').on(table.locale, table.folded),
    index('search_synonym_folded_idx').on(table.folded),
  ],
);

/** Up to which mark of its page tag a record is in the index, and with which version of the rules. */
export const searchSeen = pgTable(
  'search_seen',
  {
    recordId: uuid().notNull(),
    version: text().notNull(),
    markedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.recordId] })],
);
