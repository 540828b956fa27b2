import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, not, or, type SQL, sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { person } from '#db/schema/accounts.ts';
import { record, revision, unit } from '#db/schema/records.ts';
import { holds } from '#features/accounts/policy.ts';
import { type Actor, personIdOf } from '#features/ledger/model.ts';
import { type KindName, type Scope, SCOPES, type UnitState } from '#features/records/model.ts';
import { type ByLocale, type LocalText, nearestText } from '#i18n/nearest-text.ts';
import { mayReadDrafts } from '#features/records/policy.ts';
import { type Locale, LOCALES } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';

/** The product itself is asked for nothing. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
const DUE_DAYS = 7;

/** What may wait for somebody, in the order in which it is urgent. */
export const WORK_LISTS = ['due', 'returned', 'assigned', 'review', 'release', 'facts', 'drafts', 'outdated'] as const;

/** What may wait for somebody. */
export type WorkList = (typeof WORK_LISTS)[number];

/** One unit that waits. */
export interface WorkItem {
  kind: KindName;
  ref: string;
  scope: Scope;
  /** In the reader's language or the nearest that has one; `null` for a record without any title. */
  title: LocalText | null;
  updatedAt: Date;
  /** Who wrote it last; `null` for what the product itself wrote. */
  updatedBy: string | null;
  /** Why it was returned. */
  returnNote: string | null;
  /** The day until which somebody asked for it, `YYYY-MM-DD`. */
  dueOn: string | null;
  /** That day has passed. */
  isOverdue: boolean;
  total: number;
}

interface Wish {
  list: WorkList;
  locale: Locale;
  most: number;
  offset?: number;
  /** Today's calendar day, `YYYY-MM-DD`. */
  day: string;
}

/** Whether a list is one for somebody with these rights, be it empty or not. */
export function isWorkOf(actor: Actor, list: WorkList, day: string): boolean {
  return mayReadDrafts(actor) && waitsFor(actor, list, day) !== null;
}

/**
 * Units that wait for somebody, what has waited longest first, but the newest of their own drafts.
 *
 * @returns at most `most`; each says how many there are in all
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function listWork(actor: Actor, { list, locale, most, offset = 0, day }: Wish): Promise<WorkItem[]> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const waits = waitsFor(actor, list, day);
  if (waits === null) return [];
  const titles = sql<ByLocale | null>`(select jsonb_object_agg(named.scope, named.content ->> 'title')
    from ${unit} named where named.record_id = ${record.id} and named.content ? 'title')`;
  const rows = await appDb()
    .select({
      kind: record.kind,
      ref: record.ref,
      scope: unit.scope,
      titles,
      updatedAt: unit.updatedAt,
      updatedBy: person.name,
      returnNote: unit.returnNote,
      dueOn: unit.dueOn,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(unit)
    .innerJoin(record, eq(record.id, unit.recordId))
    .leftJoin(person, eq(person.id, unit.updatedBy))
    .where(and(isNull(record.deletedAt), waits))
    .orderBy(orderOf(list), asc(record.id), asc(unit.scope))
    .limit(most)
    .offset(offset);
  return rows.map(({ titles: named, ...row }) => ({
    ...row,
    ...asNames(row),
    title: nearestText(named ?? {}, locale),
    isOverdue: row.dueOn !== null && row.dueOn < day,
  }));
}

/** Which units wait, as a condition on `unit` joined to its `record`; `null` where none can, for somebody with these rights. */
export function waitsFor(actor: Actor, list: WorkList, day: string): SQL | null {
  return CONDITIONS[list](actor, day) ?? null;
}

/** What has waited longest first, what is due next first, and the newest of one's own drafts. */
function orderOf(list: WorkList): SQL {
  if (list === 'due') return asc(unit.dueOn);
  return list === 'drafts' ? desc(unit.updatedAt) : asc(unit.updatedAt);
}

const CONDITIONS: Record<WorkList, (actor: Actor, day: string) => SQL | null | undefined> = {
  due: (actor, day) => askedOf(actor, { isDue: true, day }),
  assigned: (actor, day) => askedOf(actor, { isDue: false, day }),
  returned: (actor) => and(stands('draft'), isNotNull(unit.returnNote), writtenBy(actor)),
  drafts: (actor) => and(stands('draft'), isNull(unit.returnNote), writtenBy(actor)),
  review: (actor) =>
    within(
      rightsOf(actor, ['publisher', 'administrator'], ['reviewer']),
      and(stands('in_review'), isNotOwn(unit.submittedBy, actor), isNotOwn(unit.updatedBy, actor)),
    ),
  facts: (actor) => (mayOnlyWatch(actor) ? and(stands('in_review'), eq(unit.scope, 'facts')) : null),
  release: (actor) => within(rightsOf(actor, ['publisher', 'administrator'], ['reviewer']), stands('approved')),
  outdated: (actor) =>
    within(
      rightsOf(actor, ['editor', 'publisher', 'administrator'], ['translator', 'reviewer']),
      sql`cardinality(${unit.stalePaths}) > 0`,
    ),
};

/** How a unit stands; all scopes are named, since the index begins with them. */
function stands(state: UnitState): SQL | undefined {
  return and(inArray(unit.scope, [...SCOPES]), eq(unit.state, state));
}

/** Whose words the newest revision holds. */
function writtenBy(actor: Actor): SQL {
  return sql`exists (select from ${revision} head where head.record_id = ${unit.recordId} and head.scope = ${unit.scope}
    and head.n = ${unit.headRev} and head.author = ${personIdOf(actor)})`;
}

/** Whoever may judge facts has them among all that waits for their judgement. */
function mayOnlyWatch(actor: Actor): boolean {
  return holds(actor, ['editor']) && !holds(actor, ['publisher', 'administrator']);
}

/** What somebody was asked for: what is due within a week or should have been done, or the rest. */
function askedOf(actor: Actor, { isDue, day }: { isDue: boolean; day: string }): SQL | null {
  const near = sql`coalesce(${unit.dueOn} <= ${day}::date + ${DUE_DAYS}::int, false)`;
  const mine = eq(unit.assignee, personIdOf(actor) ?? NOBODY);
  return and(mine, ne(unit.state, 'published'), isDue ? near : not(near)) ?? null;
}

/** Nobody is asked to judge what they handed in or wrote last. */
function isNotOwn(column: typeof unit.submittedBy | typeof unit.updatedBy, actor: Actor): SQL | undefined {
  return or(isNull(column), ne(column, personIdOf(actor) ?? NOBODY));
}

/** All units, or only translations into some languages; the same rules as in the policy of records, as a condition. */
type Rights = 'all' | readonly Locale[];

function rightsOf(
  actor: Actor,
  everywhere: Parameters<typeof holds>[1],
  translations: Parameters<typeof holds>[1],
): Rights {
  if (holds(actor, everywhere)) return 'all';
  return LOCALES.filter((locale) => holds(actor, translations, locale));
}

function within(rights: Rights, condition: SQL | undefined): SQL | null {
  if (rights === 'all') return condition ?? null;
  if (rights.length === 0) return null;
  const scopes = sql.join(
    rights.map((locale) => sql`${locale}`),
    sql`, `,
  );
  return and(condition, sql`${unit.scope} in (${scopes})`, ne(unit.scope, record.sourceLocale)) ?? null;
}

/** The checks on the columns and the kernel's own writes guarantee these values. */
function asNames(row: { kind: string; scope: string }): { kind: KindName; scope: Scope } {
  return row as { kind: KindName; scope: Scope };
}
