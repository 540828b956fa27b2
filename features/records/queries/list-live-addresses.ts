import { and, asc, eq, gt, gte, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { address } from '#db/schema/records.ts';
import { inAllLanguages, STANDING_PAGES } from '../public-pages.ts';
import { countryPath } from '../public-path.ts';
import { listCountriesWithPage } from './list-countries-with-page.ts';

/** Which addresses are asked for. */
interface Wanted {
  /** Only what opened at or after this time; `null` for all. */
  since: Date | null;
  /** The `next` of the page before; `null` for the first page. */
  after: string | null;
}

/** Some of the addresses at which the public finds a page. */
export interface LiveAddresses {
  /** Whole paths, in all languages. */
  paths: string[];
  /** To be handed back as `after`; `null` on the last page. */
  next: string | null;
  /** The database's clock before the first of them was read, in milliseconds since 1970: the next `since`. */
  at: number;
}

/** Records a page, each in three languages. */
const RECORDS_MAX = 500;

/** A release is dated when it begins and seen when it commits, so the last minute is looked at again. */
const OVERLAP_MS = 60_000;

/**
 * The addresses of all public pages, or of those that opened since: page by page, each in all languages. One that opened
 * within the minute before `since` may be told twice, and so may a country in which anything was released; none is left out.
 *
 * @throws Problem `unavailable`
 */
export async function listLiveAddresses({ since, after }: Wanted): Promise<LiveAddresses> {
  const db = publicDb();
  const at = sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)::float8`;
  const [clock] = await db.execute<{ at: number }>(sql`select ${at} as at`);
  const earliest = minuteBefore(since);
  const rows = await db
    .select({ path: address.path })
    .from(address)
    .where(
      and(
        eq(address.state, 'live'),
        earliest === null ? undefined : gte(address.changedAt, earliest),
        after === null ? undefined : gt(address.path, after),
      ),
    )
    .orderBy(asc(address.path))
    .limit(RECORDS_MAX + 1);
  const records = rows.slice(0, RECORDS_MAX).map(({ path }) => path);
  const standing = since === null && after === null ? STANDING_PAGES : [];
  const countries = after === null ? await listCountryPaths(earliest) : [];
  return {
    paths: [...standing, ...countries, ...records].flatMap(inAllLanguages),
    next: rows.length > RECORDS_MAX ? (records.at(-1) ?? null) : null,
    at: clock?.at ?? 0,
  };
}

async function listCountryPaths(since: Date | null): Promise<string[]> {
  return [...(await listCountriesWithPage({ since }))].map(countryPath).toSorted();
}

function minuteBefore(since: Date | null): Date | null {
  return since === null ? null : new Date(since.getTime() - OVERLAP_MS);
}
