import type { Scope, UnitState } from '#features/records/model.ts';
import type { Locale } from '#i18n/locales.ts';

/** What can be done to many records at once; each of them by the command that does it to one. */
export const BULK_DEEDS = ['submit', 'approve', 'publish', 'unpublish', 'trash'] as const;

/** What can be done to many records at once. */
export type BulkDeed = (typeof BULK_DEEDS)[number];

/** A record as a selection knows it. */
export interface BulkRow {
  id: string;
  ref: string;
  title: string | null;
  titleLocale: Locale | null;
  units: BulkUnit[];
}

/** One part of a selected record, as it was when the list was made. */
export interface BulkUnit {
  scope: Scope;
  state: UnitState;
  headRev: number;
  isPublished: boolean;
}

/** One call of one command. */
export interface BulkStep {
  row: BulkRow;
  deed: BulkDeed;
  /** The parts that it is about; none where it is about the whole record. */
  scopes: Scope[];
  /** The fields of the form that the command reads. */
  fields: [name: string, value: string][];
}

/** What will be done, and what is left as it is. */
export interface BulkPlan {
  steps: BulkStep[];
  /** Selected records of which nothing can be done so. */
  idle: BulkRow[];
}

/** Whether a deed is about parts of a record, not the whole. */
export function isByPart(deed: BulkDeed): boolean {
  return deed !== 'trash';
}

/** Which parts of which records a deed is about, as calls of the commands that do it to one record. */
export function planBulk(deed: BulkDeed, rows: readonly BulkRow[], scopes: readonly Scope[]): BulkPlan {
  const planned = rows.map((row) => ({ row, steps: stepsOf(deed, row, scopes) }));
  return {
    steps: planned.flatMap(({ steps }) => steps),
    idle: planned.flatMap(({ row, steps }) => (steps.length === 0 ? [row] : [])),
  };
}

/** In how many of the records a deed would be about a part. */
export function countConcerned(deed: BulkDeed, rows: readonly BulkRow[], scope: Scope): number {
  return rows.filter((row) => concerned(deed, row, [scope]).length > 0).length;
}

function stepsOf(deed: BulkDeed, row: BulkRow, scopes: readonly Scope[]): BulkStep[] {
  if (deed === 'trash') return [{ row, deed, scopes: [], fields: [['record', row.id]] }];
  const units = concerned(deed, row, scopes);
  if (units.length === 0) return [];
  if (deed === 'publish')
    return [stepOf(deed, row, { units, field: (unit) => ['unit', `${unit.scope}@${String(unit.headRev)}`] })];
  if (deed === 'unpublish') return [stepOf(deed, row, { units, field: ({ scope }) => ['scope', scope] })];
  return units.map(({ scope, headRev }) => ({
    row,
    deed,
    scopes: [scope],
    fields: [
      ['record', row.id],
      ['scope', scope],
      ['rev', String(headRev)],
    ],
  }));
}

function stepOf(
  deed: BulkDeed,
  row: BulkRow,
  { units, field }: { units: readonly BulkUnit[]; field: (unit: BulkUnit) => [string, string] },
): BulkStep {
  return { row, deed, scopes: units.map(({ scope }) => scope), fields: [['record', row.id], ...units.map(field)] };
}

function concerned(deed: BulkDeed, { units }: BulkRow, scopes: readonly Scope[]): BulkUnit[] {
  return units.filter((unit) => scopes.includes(unit.scope) && isConcerned(deed, unit));
}

function isConcerned(deed: BulkDeed, { state, isPublished }: BulkUnit): boolean {
  switch (deed) {
    case 'submit':
      return state === 'draft';
    case 'approve':
      return state === 'in_review';
    case 'publish':
      return state !== 'published';
    default:
      return isPublished;
  }
}

/** What became of one step. */
export type BulkOutcome<Refusal> = { step: BulkStep; refusal: Refusal | null };

/**
 * Takes step after step; one that is refused, or fails altogether, stops no other.
 *
 * @param isStopped - asked before each step
 * @param onOutcome - told after each step
 */
export async function runBulk<Refusal>(
  steps: readonly BulkStep[],
  {
    perform,
    isStopped,
    onOutcome,
  }: {
    perform: (step: BulkStep) => Promise<Refusal | null>;
    isStopped: () => boolean;
    onOutcome: (outcome: BulkOutcome<Refusal>) => void;
  },
): Promise<void> {
  for (const step of steps) {
    if (isStopped()) return;
    onOutcome({ step, refusal: await perform(step) });
  }
}
