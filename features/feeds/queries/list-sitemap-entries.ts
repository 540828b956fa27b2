import { sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { languagesOf } from '#i18n/nearest-text.ts';
import { KINDS_WITH_PAGES } from '#features/records/public-pages.ts';
import { publicPath } from '#features/records/public-path.ts';
import type { Locale } from '#i18n/locales.ts';

/** An address of the site map. */
export interface SitemapEntry {
  /** Without language prefix. */
  path: string;
  /** The languages that have a text of their own. */
  locales: Locale[];
  /** The last release, an instant in UTC. */
  changedAt: string;
}

/** So many addresses of records a part; in three languages they stay below what one file may hold. */
const RECORDS_PER_PART = 3000;

/** How many parts the site map has; at least one, for the standing pages. */
export async function countSitemapParts(): Promise<number> {
  const [row] = await publicDb().execute<{ count: number }>(sql`select count(*)::int as count from (${ALL}) entries`);
  return Math.max(1, Math.ceil((row?.count ?? 0) / RECORDS_PER_PART));
}

/**
 * The records of one part of the site map.
 *
 * @param part - counted from 1
 */
export async function listSitemapEntries(part: number): Promise<SitemapEntry[]> {
  const rows = await publicDb().execute<{ path: string; locales: string[]; changedAt: string }>(sql`
    select path, locales, to_char(changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt" from (${ALL}) entries
    order by path limit ${RECORDS_PER_PART} offset ${(part - 1) * RECORDS_PER_PART}`);
  return [...rows].map((row) => ({ ...row, locales: languagesOf(row.locales) }));
}

const ALL = sql.join(
  KINDS_WITH_PAGES.map((kind) => {
    const [table, text, owner] = [sql.raw(kind), sql.raw(`${kind}_text`), sql.raw(`${kind}_id`)];
    return sql`select ${sql.raw(`'${publicPath(kind, '')}'`)} || r.slug as path, array_agg(t.locale) as locales,
      greatest(r.published_at, max(t.published_at)) as changed_at
      from ${table} r join ${text} t on t.${owner} = r.id group by r.id`;
  }),
  sql` union all `,
);
