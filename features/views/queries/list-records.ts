import { inArray, type SQL, sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { person } from '#db/schema/accounts.ts';
import { record, recordRef, unit } from '#db/schema/records.ts';
import { type Actor, personIdOf } from '#features/ledger/model.ts';
import { type Cursor, cutPage, type PagePlace } from '#features/records/list-cursor.ts';
import type { KindName, Scope, UnitState } from '#features/records/model.ts';
import { mayReadDrafts } from '#features/records/policy.ts';
import type { Locale } from '#i18n/locales.ts';
import { type ByLocale, nearestText } from '#i18n/nearest-text.ts';
import { Problem } from '#platform/problem.ts';
import { conditionsOf } from '../internal/conditions.ts';
import { type Sorting, sortingOf, writtenAs } from '../internal/sort-keys.ts';
import { AT_START, placeIn } from '../list-place.ts';
import { type Question, TYPES_OF } from '../model.ts';

/** How one part of a listed record stands. */
export interface ListedUnit {
  scope: Scope;
  state: UnitState;
  headRev: number;
  isPublished: boolean;
  isStale: boolean;
  updatedAt: string;
  /** `null` for what the product itself wrote. */
  updatedBy: string | null;
  assignee: string | null;
  dueOn: string | null;
}

/** One record in a list of the desk. */
export interface Listed {
  id: string;
  ref: string;
  /** In the reader's language or the nearest that has one; `null` for a record without any title. */
  title: string | null;
  titleLocale: Locale | null;
  /** What sort of a thing it is, in a word of the closed list of its kind. */
  type: string | null;
  countries: string[];
  units: ListedUnit[];
  /** When some part of it was last written. */
  updatedAt: string;
}

/** One page of a list. */
export interface ListedPage {
  rows: Listed[];
  /** All records that match, on all pages. */
  total: number;
  next: Cursor | null;
  previous: Cursor | null;
}

/** Which list, for whom, from where. */
export interface ListWish {
  kind: KindName;
  locale: Locale;
  /** Today in the site's zone, `YYYY-MM-DD`. */
  day: string;
  place: PagePlace;
  size: number;
  /** Only these of them, by their short names. */
  only?: readonly string[] | undefined;
}

/**
 * One page of the records that a question holds, in the order that it asks for. Pages go on from a place in that order, so
 * that a record which changes meanwhile is neither shown twice nor passed over unless it moved itself.
 *
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function listRecords(actor: Actor, question: Question, wish: ListWish): Promise<ListedPage> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const sorting = sortingOf(question.sort.key, wish.locale);
  const isBack = wish.place.before !== null;
  const isDown = (question.sort.order === 'desc') !== isBack;
  const direction = isDown ? sql`desc` : sql`asc`;
  const where = conditionsOf(question, { person: personIdOf(actor), day: wish.day, kind: wish.kind });
  if (wish.only !== undefined) where.push(inArray(record.ref, [...wish.only]));
  const rows = await appDb().execute<StoredRow>(sql`
    with listed as materialized (
      select ${record.id} as id, ${sorting.value} as key from ${record} ${sorting.join ?? sql``}
      where ${sql.join(where, sql` and `)}
    ), page as (
      select id, key from listed where ${beyond(wish.place, sorting, isDown)}
      order by key ${direction}, id ${direction} limit ${wish.size + 1}
    )
    select page.id as id, ${writtenAs(sorting.type, sql`page.key`)} as key, ${record.ref} as ref,
      (select count(*)::int from listed) as total, ${SHOWN}, ${leadOf(wish.kind)}
    from page join ${record} on ${record.id} = page.id
    order by page.key ${direction}, page.id ${direction}`);
  // Beyond the place nothing is left: what was there has gone or moved, so the list begins anew.
  if (rows.length === 0 && wish.place !== AT_START) return listRecords(actor, question, { ...wish, place: AT_START });
  const { shown, next, previous } = cutPage([...rows], wish.place, { size: wish.size, cursorOf: (row) => row });
  const named = (cursor: Cursor | null) => (cursor === null ? null : placeIn(question.sort, cursor));
  return {
    rows: shown.map((row) => toListed(row, wish.locale)),
    total: rows[0]?.total ?? 0,
    next: named(next),
    previous: named(previous),
  };
}

/** As the database answers. */
interface StoredRow extends Record<string, unknown> {
  id: string;
  key: string;
  ref: string;
  total: number;
  titles: ByLocale | null;
  units: ListedUnit[];
  type: string | null;
  countries: string[] | null;
}

function beyond({ after, before }: PagePlace, { type }: Sorting, isDown: boolean): SQL {
  const from = after ?? before;
  if (from === null) return sql`true`;
  const key = TYPED[type](from.key);
  return isDown ? sql`(key, id) < (${key}, ${from.id}::uuid)` : sql`(key, id) > (${key}, ${from.id}::uuid)`;
}

const TYPED: Record<Sorting['type'], (key: string) => SQL> = {
  date: (key) => sql`${key}::date`,
  text: (key) => sql`${key}::text`,
  timestamptz: (key) => sql`${key}::timestamptz`,
};

/** What a row shows, asked for the records of one page only. */
const SHOWN = sql`
  (select jsonb_object_agg(named.scope, named.content ->> 'title') from ${unit} named
    where named.record_id = page.id and named.content ? 'title') as titles,
  (select jsonb_agg(jsonb_build_object('scope', one.scope, 'state', one.state, 'headRev', one.head_rev,
      'isPublished', one.published_rev is not null, 'isStale', cardinality(one.stale_paths) > 0,
      'updatedAt', to_char(one.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
      'updatedBy', writer.name, 'assignee', doer.name, 'dueOn', one.due_on) order by one.scope)
    from ${unit} one left join ${person} writer on writer.id = one.updated_by
    left join ${person} doer on doer.id = one.assignee where one.record_id = page.id) as units`;

function leadOf(kind: KindName): SQL {
  const field = TYPES_OF[kind]?.field;
  if (field === undefined) return sql`null as type, null as countries`;
  const type = sql`(select facts.content ->> ${field}::text from ${unit} facts
    where facts.record_id = page.id and facts.scope = 'facts') as type`;
  const sides =
    kind === 'partnership'
      ? sql`from ${recordRef} side join ${unit} facts on facts.record_id = side.target_id and facts.scope = 'facts'
          where side.record_id = page.id and side.scope = 'facts' and side.path like 'parties.%'`
      : sql`from ${unit} facts where facts.record_id = page.id and facts.scope = 'facts'`;
  return sql`${type}, (select jsonb_agg(distinct facts.content ->> 'country') ${sides}
    and facts.content ? 'country') as countries`;
}

function toListed({ id, ref, titles, units, type, countries }: StoredRow, reader: Locale): Listed {
  const named = nearestText(titles ?? {}, reader);
  return {
    id,
    ref,
    title: named?.text ?? null,
    titleLocale: named?.locale ?? null,
    type,
    countries: countries ?? [],
    units,
    updatedAt: units.map(({ updatedAt }) => updatedAt).reduce((one, other) => (one > other ? one : other), ''),
  };
}
