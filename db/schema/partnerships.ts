import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { organisation } from './organisations.ts';
import { place } from './places.ts';
import { programme } from './programmes.ts';
import { textColumns } from './text-columns.ts';
import { theme } from './themes.ts';

/** Published: a recorded relation of two or more places or organisations. Its status is computed, never stored. */
export const partnership = pgTable(
  'partnership',
  {
    id: uuid().primaryKey(),
    ref: text().notNull(),
    slug: text().notNull(),
    type: text().notNull(),
    /** The earliest accepted date of an agreement, with its precision; `null` where none is known. */
    since: text(),
    sdgs: integer().array().notNull().default([]),
    sourceLocale: text().notNull(),
    publishedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [
    uniqueIndex('partnership_slug_key').on(table.slug),
    // The permanent short address.
    index('partnership_ref_idx').on(table.ref),
    index('partnership_type_idx').on(table.type),
    // The list begins with what changed last.
    index('partnership_published_idx').on(table.publishedAt.desc(), table.id),
  ],
);

const ofPartnership = () =>
  uuid()
    .notNull()
    .references(() => partnership.id, { onDelete: 'cascade' });

/**
 * Published: the course of the status, computed from the facts on release, so that lists can be filtered by the status of a
 * day. Pages of one partnership compute it themselves.
 */
export const partnershipStatus = pgTable(
  'partnership_status',
  {
    partnershipId: ofPartnership(),
    fromDay: text().notNull(),
    /** The first day of the next status; `null` where none is known. */
    untilDay: text(),
    status: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.partnershipId, table.fromDay] }),
    index('partnership_status_status_idx').on(table.status, table.partnershipId),
  ],
);

/** Published: the text of a partnership in one language. */
export const partnershipText = pgTable(
  'partnership_text',
  { partnershipId: ofPartnership(), ...textColumns() },
  (table) => [primaryKey({ columns: [table.partnershipId, table.locale] })],
);

/** Published: one side, with its own view of the relation. */
export const partnershipParty = pgTable(
  'partnership_party',
  {
    partnershipId: ofPartnership(),
    id: text().notNull(),
    position: integer().notNull(),
    placeId: uuid().references(() => place.id),
    organisationId: uuid().references(() => organisation.id),
    role: text(),
    ownType: text(),
    confirmation: text(),
    confirmedOn: text(),
  },
  (table) => [
    primaryKey({ columns: [table.partnershipId, table.id] }),
    index('partnership_party_place_idx').on(table.placeId),
    index('partnership_party_organisation_idx').on(table.organisationId),
    check('partnership_party_one_check', sql`(${table.placeId} is null) <> (${table.organisationId} is null)`),
  ],
);

/** Published: what was signed or resolved. */
export const agreement = pgTable(
  'agreement',
  {
    partnershipId: ofPartnership(),
    id: text().notNull(),
    position: integer().notNull(),
    kind: text().notNull(),
    signedOn: text(),
    inForceFrom: text(),
    inForceUntil: text(),
    openEnded: boolean().notNull(),
    renews: text(),
    url: text(),
    sourceId: text(),
  },
  (table) => [primaryKey({ columns: [table.partnershipId, table.id] })],
);

/** Published: a decision on the status: ended, suspended, dormant, or resumed. */
export const decision = pgTable(
  'decision',
  {
    partnershipId: ofPartnership(),
    id: text().notNull(),
    position: integer().notNull(),
    status: text().notNull(),
    decidedOn: text().notNull(),
    sourceId: text(),
  },
  (table) => [primaryKey({ columns: [table.partnershipId, table.id] })],
);

/** Published: a dated event of the relation. */
export const milestone = pgTable(
  'milestone',
  {
    partnershipId: ofPartnership(),
    id: text().notNull(),
    position: integer().notNull(),
    kind: text().notNull(),
    date: text(),
    dateEnd: text(),
    sourceId: text(),
  },
  (table) => [primaryKey({ columns: [table.partnershipId, table.id] })],
);

/** Published: a joint project. */
export const project = pgTable(
  'project',
  {
    partnershipId: ofPartnership(),
    id: text().notNull(),
    position: integer().notNull(),
    startedOn: text(),
    endedOn: text(),
    url: text(),
    sourceId: text(),
  },
  (table) => [primaryKey({ columns: [table.partnershipId, table.id] })],
);

/** Published: the fields of cooperation of a partnership. */
export const partnershipTheme = pgTable(
  'partnership_theme',
  {
    partnershipId: ofPartnership(),
    themeId: uuid()
      .notNull()
      .references(() => theme.id),
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.partnershipId, table.themeId] }),
    index('partnership_theme_theme_idx').on(table.themeId),
  ],
);

/** Published: the programmes that carry a partnership. */
export const partnershipProgramme = pgTable(
  'partnership_programme',
  {
    partnershipId: ofPartnership(),
    programmeId: uuid()
      .notNull()
      .references(() => programme.id),
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.partnershipId, table.programmeId] }),
    index('partnership_programme_programme_idx').on(table.programmeId),
  ],
);
