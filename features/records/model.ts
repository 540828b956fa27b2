import { LOCALES, type Locale } from '#i18n/locales.ts';

/** The kinds of record, each with the letter of its short names (`P-104`). */
export const REF_LETTER = {
  organisation: 'O',
  page: 'W',
  partnership: 'P',
  place: 'C',
  programme: 'G',
  story: 'S',
  theme: 'T',
} as const;

/** The name of a kind of record. */
export type KindName = keyof typeof REF_LETTER;

/** In the order in which an import may publish them: what is pointed to comes first. */
export const KIND_NAMES = [
  'theme',
  'place',
  'organisation',
  'programme',
  'partnership',
  'story',
  'page',
] as const satisfies readonly KindName[];

/** The part of a record that is drafted, reviewed and released on its own: its facts, or its text in one language. */
export const SCOPES = ['facts', ...LOCALES] as const;

/** The name of a unit within its record. */
export type Scope = 'facts' | Locale;

/** The units in the order in which they are written: facts, the text in the record's own language, what is made from it. */
export function scopesFrom(source: Locale): Scope[] {
  return ['facts', source, ...LOCALES.filter((locale) => locale !== source)];
}

/** The state of the newest revision of a unit. Readers see the published revision whatever the state. */
export const UNIT_STATES = ['draft', 'in_review', 'approved', 'published'] as const;

/** The state of the newest revision of a unit. */
export type UnitState = (typeof UNIT_STATES)[number];

/** Why a revision was written. */
export type RevisionKind = 'create' | 'save' | 'autosave' | 'merge' | 'restore' | 'discard' | 'import' | 'duplicate';

/** The content of a unit: a document of plain JSON values. */
export type Content = Record<string, unknown>;

/** What a translated path was made from: the source's revision and the hash of its text then. */
export type Basis = Record<string, { rev: number; hash: string }>;

/** A record as the kernel loads it. */
export interface RecordRow {
  id: string;
  kind: KindName;
  ref: string;
  slug: string | null;
  sourceLocale: Locale;
  deletedAt: Date | null;
}

/** A unit as the kernel loads it, locked where a command asked for that. */
export interface UnitRow {
  recordId: string;
  scope: Scope;
  content: Content;
  state: UnitState;
  version: number;
  headRev: number;
  publishedRev: number | null;
  basis: Basis;
  stalePaths: string[];
  submittedBy: string | null;
  scheduledFor: Date | null;
  withdrawFor: Date | null;
  /** Who wrote the newest revision; `null` for the product itself. */
  updatedBy: string | null;
  assignee: string | null;
  /** A calendar day, `YYYY-MM-DD`. */
  dueOn: string | null;
}

/** Where a unit stands that nobody has begun. */
export const NOT_BEGUN = { content: {}, version: 0, headRev: 0 } as const satisfies Partial<UnitRow>;

/** The version of the shapes of content; each revision carries the one it was written under. */
export const SCHEMA_VERSION = 1;

/** Whether a string from outside names a kind of record. */
export function isKindName(value: string): value is KindName {
  return KIND_NAMES.some((name) => name === value);
}

/** Whether a string from outside names a unit. */
export function isScope(value: string): value is Scope {
  return SCOPES.some((scope) => scope === value);
}

/** What can be planned for a unit: that readers see it, or that they do so no more. */
export const PLAN_DEEDS = ['release', 'withdraw'] as const;

/** What is planned for a unit. */
export type PlanDeed = (typeof PLAN_DEEDS)[number];

/** The jobs that carry plans out. */
export const PLAN_JOB = {
  release: 'record.release',
  withdraw: 'record.withdraw',
} as const satisfies Record<PlanDeed, string>;

/** How long a link to drafts may work, in hours: one hour, a day, a week. */
export const PREVIEW_HOURS = [1, 24, 168] as const;
