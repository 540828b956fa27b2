import { asc, desc, eq, isNotNull, sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { record, unit } from '#db/schema/records.ts';
import type { Actor } from '#features/ledger/model.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';
import type { KindName } from '../model.ts';
import { mayReadDrafts } from '../policy.ts';

/** How many records a page of the trash shows. */
const PAGE_SIZE = 50;

/** One record in the trash. */
export interface Trashed {
  id: string;
  ref: string;
  kind: KindName;
  /** In the reader's language or the nearest that has one; `null` for a record without any title. */
  title: string | null;
  updatedAt: string;
}

/**
 * What lies in the trash, the newest change first.
 *
 * @param page - from 1
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function listTrash(
  actor: Actor,
  { locale, page }: { locale: Locale; page: number },
): Promise<{ rows: Trashed[]; total: number }> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const title = sql<string | null>`coalesce(${sql.join(
    FALLBACK[locale].map((one) => sql`max(${unit.content} ->> 'title') filter (where ${unit.scope} = ${one})`),
    sql`, `,
  )})`;
  const rows = await appDb()
    .select({
      id: record.id,
      ref: record.ref,
      kind: record.kind,
      title,
      updatedAt: sql<string>`to_char(max(${unit.updatedAt}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(record)
    .innerJoin(unit, eq(unit.recordId, record.id))
    .where(isNotNull(record.deletedAt))
    .groupBy(record.id)
    .orderBy(desc(sql`max(${unit.updatedAt})`), asc(record.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return {
    rows: rows.map(({ total: _total, kind, ...row }) => ({ ...row, kind: asKind(kind) })),
    total: rows[0]?.total ?? 0,
  };
}

/** The kernel writes no other kinds. */
function asKind(stored: string): KindName {
  return stored as KindName;
}
