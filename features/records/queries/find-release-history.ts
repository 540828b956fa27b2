import { sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import type { Scope } from '../model.ts';

/** What happened to a record before the eyes of the public at one time. */
export interface Release {
  /** Counts the releases of the record from 1: the number of the version that readers saw from then on. */
  version: number;
  /** An instant in UTC. */
  at: string;
  units: { scope: Scope; deed: 'released' | 'withdrawn'; changed: string[] }[];
}

/** The newest releases of a record, and the version that readers see now. */
export interface ReleaseHistory {
  /** 0 where nothing was ever released. */
  version: number;
  releases: Release[];
}

/** What a page shows; the version says how many there were before. */
const RELEASES_MAX = 12;

/**
 * What was put before readers and when, the newest first. Units released in one deed make one version. Nobody's name is in it.
 *
 * @param recordId - of a published record
 */
export async function findReleaseHistory(recordId: string): Promise<ReleaseHistory> {
  const rows = await publicDb().execute<Release & Record<string, unknown>>(sql`
    select (row_number() over (order by at))::int as version,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
      jsonb_agg(jsonb_build_object('scope', scope, 'deed', deed, 'changed', changed)
        order by array_position(array['facts', 'ar', 'de', 'en'], scope), id) as units
    from release_log
    where record_id = ${recordId}
    group by release_log.at
    order by release_log.at desc
    limit ${RELEASES_MAX}
  `);
  return { version: rows[0]?.version ?? 0, releases: rows.map(({ version, at, units }) => ({ version, at, units })) };
}
