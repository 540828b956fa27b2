import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { record, unit } from '#db/schema/records.ts';
import type { Actor } from '#features/ledger/model.ts';
import { FALLBACK, type Locale, LOCALES } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';
import { foldArabic, folded } from '../internal/folded.ts';
import type { KindName, Scope, UnitState } from '../model.ts';
import { mayReadDrafts } from '../policy.ts';

/** How many records a page of the desk's list shows. */
export const DESK_PAGE_SIZE = 50;

/** How a unit may stand that a list is asked for; `changed` has a draft beside what readers see. */
export const STANDINGS = ['missing', 'draft', 'changed', 'in_review', 'approved', 'published', 'outdated'] as const;

/** How a unit may stand that a list is asked for. */
export type Standing = (typeof STANDINGS)[number];

/** How one unit of a record stands. */
export interface UnitStanding {
  scope: Scope;
  state: UnitState;
  isPublished: boolean;
  isStale: boolean;
}

/** One record in the desk's list. */
export interface DeskListed {
  id: string;
  ref: string;
  kind: KindName;
  /** In the reader's language or the nearest that has one; `null` for a record without any title. */
  title: string | null;
  titleLocale: Locale | null;
  updatedAt: string;
  units: UnitStanding[];
}

/** One page of the desk's list. */
export interface DeskPage {
  rows: DeskListed[];
  /** All records that match, on all pages. */
  total: number;
}

/** Which records a list shows. */
export interface DeskFilter {
  kind: KindName | null;
  locale: Locale;
  /** Words of a title in any language, an address part or a short name; empty for all. */
  search: string;
  isTrash: boolean;
  /** Only records with a unit that stands so; in which part of the record, where that is named. */
  standing?: Standing | undefined;
  scope?: Scope | undefined;
  /** From 1. */
  page: number;
}

/**
 * Records as staff see them, the newest change first.
 *
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function listDeskRecords(actor: Actor, filter: DeskFilter): Promise<DeskPage> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const changed = sql<string>`max(${unit.updatedAt})`;
  const rows = await appDb()
    .select({
      id: record.id,
      ref: record.ref,
      kind: record.kind,
      titles: sql<Record<string, string>>`jsonb_object_agg(${unit.scope}, ${unit.content} ->> 'title')`,
      updatedAt: sql<string>`to_char(max(${unit.updatedAt}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
      units: sql<UnitStanding[]>`jsonb_agg(jsonb_build_object(
        'scope', ${unit.scope}, 'state', ${unit.state}, 'isPublished', ${unit.publishedRev} is not null,
        'isStale', cardinality(${unit.stalePaths}) > 0))`,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(record)
    .innerJoin(unit, eq(unit.recordId, record.id))
    .where(and(...conditions(filter)))
    .groupBy(record.id)
    .orderBy(desc(changed), asc(record.id))
    .limit(DESK_PAGE_SIZE)
    .offset((filter.page - 1) * DESK_PAGE_SIZE);
  return { rows: rows.map((row) => toListed(row, filter.locale)), total: rows[0]?.total ?? 0 };
}

function conditions({ kind, search, isTrash, standing, scope }: DeskFilter): SQL[] {
  const words = foldArabic(search)
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, 8);
  return [
    isTrash ? isNotNull(record.deletedAt) : isNull(record.deletedAt),
    ...(kind === null ? [] : [eq(record.kind, kind)]),
    ...(standing === undefined ? [] : [stands(standing, scope)]),
    ...words.map((word) => {
      const pattern = `%${word.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
      return sql`(${record.ref} ilike ${pattern} or ${record.slug} ilike ${pattern} or exists (
        select from ${unit} named where named.record_id = ${record.id} and ${folded(sql`named.content ->> 'title'`)} like ${pattern}))`;
    }),
  ];
}

/** Whether some unit of a record stands so, or the one that is named. */
function stands(standing: Standing, scope: Scope | undefined): SQL {
  const wanted = scope === undefined ? sql`asked.scope <> 'facts'` : sql`asked.scope = ${scope}`;
  if (standing === 'missing') {
    const units = scope === undefined ? LOCALES.length : 1;
    return sql`(select count(*) from ${unit} asked where asked.record_id = ${record.id} and ${wanted}) < ${units}`;
  }
  const among = scope === undefined ? sql`true` : wanted;
  return sql`exists (select from ${unit} asked where asked.record_id = ${record.id} and ${among} and ${STANDS[standing]})`;
}

const STANDS: Record<Exclude<Standing, 'missing'>, SQL> = {
  draft: sql`asked.state = 'draft' and asked.published_rev is null`,
  changed: sql`asked.state = 'draft' and asked.published_rev is not null`,
  in_review: sql`asked.state = 'in_review'`,
  approved: sql`asked.state = 'approved'`,
  published: sql`asked.state = 'published'`,
  outdated: sql`cardinality(asked.stale_paths) > 0`,
};

function toListed(
  {
    titles,
    total: _total,
    ...row
  }: Omit<DeskListed, 'title' | 'titleLocale' | 'kind'> & {
    titles: Record<string, string>;
    total: number;
    kind: string;
  },
  reader: Locale,
): DeskListed {
  const titleLocale = FALLBACK[reader].find((locale) => typeof titles[locale] === 'string') ?? null;
  return {
    ...row,
    kind: asKind(row.kind),
    title: titleLocale === null ? null : (titles[titleLocale] ?? null),
    titleLocale,
  };
}

/** The kernel writes no other kinds. */
function asKind(stored: string): KindName {
  return stored as KindName;
}
