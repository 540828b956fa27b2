import { type KindName, SCOPES } from '#features/records/model.ts';
import { ORGANISATION_KINDS, PARTNERSHIP_TYPES, PLACE_KINDS } from '#features/vocabulary/model.ts';

/** How many records a page of a list shows. */
export const LIST_PAGE_SIZE = 50;

/** How many records a deed over a selection takes. */
export const SELECTION_MAX = 500;

/** Above so many, a list says «about»: counting on would cost more than it tells. */
export const EXACT_MAX = 10_000;

/** How many groups of conditions a question may have beside its bar. */
export const GROUPS_MAX = 3;

/** How a part of a record may stand; `changed` has a draft beside what readers see. */
export const STANDINGS = ['missing', 'draft', 'changed', 'in_review', 'approved', 'published', 'outdated'] as const;

/** How a part of a record may stand. */
export type Standing = (typeof STANDINGS)[number];

/** The part of a record that a condition speaks of: one of them, or whichever. */
export const PARTS = ['any', ...SCOPES] as const;

/** What a record may wait for. */
export const OPEN_THINGS = ['comments', 'returned', 'planned'] as const;

/** When something is due. */
export const DUE_TIMES = ['overdue', 'week', 'later', 'none'] as const;

/** What a condition may speak of, in the order in which forms offer it. */
export const FIELDS = [
  'state',
  'since',
  'until',
  'author',
  'assignee',
  'due',
  'country',
  'type',
  'theme',
  'open',
] as const;

/** What a condition may speak of. */
export type Field = (typeof FIELDS)[number];

/** One thing asked of a record; the value was checked against the closed list of its field. */
export interface Condition {
  field: Field;
  value: string;
}

/** Whether all conditions must hold, or any one of them. */
export const MATCHES = ['all', 'any'] as const;

/** Whether all conditions must hold, or any one of them. */
export type Match = (typeof MATCHES)[number];

/** Conditions that are taken together. */
export interface Group {
  match: Match;
  conditions: Condition[];
}

/** The columns that can be chosen, in their order; the title is always there. */
export const COLUMNS = ['lead', 'facts', 'ar', 'de', 'en', 'assigned', 'updated'] as const;

/** A column that can be chosen. */
export type Column = (typeof COLUMNS)[number];

/** By what a list is sorted. */
export const SORT_KEYS = ['updated', 'created', 'ref', 'title', 'facts', 'ar', 'de', 'en', 'due'] as const;

/** By what a list is sorted. */
export type SortKey = (typeof SORT_KEYS)[number];

/** How a list is sorted. */
export interface Sort {
  key: SortKey;
  order: 'asc' | 'desc';
}

/** What a list may be counted by. */
export const GROUPINGS = ['facts', 'ar', 'de', 'en', 'country', 'type', 'theme', 'assignee'] as const;

/** What a list may be counted by. */
export type Grouping = (typeof GROUPINGS)[number];

/** What a list is asked, wholly as its address says it. */
export interface Question {
  /** Words of a title in any language, an address part or a short name; empty for all. */
  search: string;
  /** The conditions of the bar: all must hold. */
  bar: Condition[];
  /** Whether all groups must hold, or any one of them. */
  match: Match;
  groups: Group[];
  columns: readonly Column[];
  sort: Sort;
  grouping: Grouping | null;
}

/** The kinds whose records name countries, types and themes. */
const WHERE_KNOWN: Partial<Record<Field, readonly KindName[]>> = {
  country: ['partnership', 'place', 'organisation'],
  type: ['partnership', 'place', 'organisation'],
  theme: ['partnership', 'story'],
};

/** The words of the field that says what sort a record of a kind is, and where their names stand in `Vocabulary`. */
export const TYPES_OF: Partial<Record<KindName, { field: string; vocabulary: string; values: readonly string[] }>> = {
  partnership: { field: 'type', vocabulary: 'partnershipTypes', values: PARTNERSHIP_TYPES },
  place: { field: 'kind', vocabulary: 'placeKinds', values: PLACE_KINDS },
  organisation: { field: 'kind', vocabulary: 'organisationKinds', values: ORGANISATION_KINDS },
};

/** The fields that can be asked of a kind. */
export function fieldsOf(kind: KindName): Field[] {
  return FIELDS.filter((field) => WHERE_KNOWN[field]?.includes(kind) ?? true);
}

/** What the records of a kind can be counted by. */
export function groupingsOf(kind: KindName): Grouping[] {
  return GROUPINGS.filter((one) => one === 'assignee' || !isField(one) || fieldsOf(kind).includes(one));
}

/** Those who see a kept view beside its owner. */
export const SHARED_WITH = [
  'owner',
  'everybody',
  'administrator',
  'publisher',
  'editor',
  'translator',
  'reviewer',
] as const;

/** Those who see a kept view beside its owner. */
export type SharedWith = (typeof SHARED_WITH)[number];

function isField(name: string): name is Field {
  return FIELDS.some((field) => field === name);
}

/** The columns that say something of the records of a kind. */
export function columnsOf(kind: KindName): Column[] {
  return COLUMNS.filter((column) => column !== 'lead' || TYPES_OF[kind] !== undefined);
}
