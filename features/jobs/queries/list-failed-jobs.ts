import { desc, isNotNull, sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { job } from '#db/schema/jobs.ts';
import type { Actor } from '#features/ledger/model.ts';
import { Problem } from '#platform/problem.ts';
import { mayMindJobs } from '../policy.ts';

/** Work for later that came to nothing and waits for a person. */
export interface FailedJob {
  id: string;
  kind: string;
  /** The record that it is about, where it is about one. */
  recordId: string | null;
  failedAt: Date;
  /** Why: the code of a problem, or `unexpected` with the reference under which the log tells more. */
  lastError: string;
  /** How many there are in all. */
  total: number;
}

/**
 * Jobs that failed, the newest first.
 *
 * @throws Problem `forbidden`: this is for administrators
 */
export async function listFailedJobs(actor: Actor, { most }: { most: number }): Promise<FailedJob[]> {
  if (!mayMindJobs(actor)) throw new Problem('forbidden');
  const rows = await appDb()
    .select({
      id: job.id,
      kind: job.kind,
      recordId: sql<string | null>`${job.payload} ->> 'record'`,
      failedAt: sql<string>`to_char(${job.failedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
      lastError: sql<string>`coalesce(${job.lastError}, 'unexpected')`,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(job)
    .where(isNotNull(job.failedAt))
    .orderBy(desc(job.failedAt), desc(job.id))
    .limit(most);
  return rows.map((row) => ({ ...row, failedAt: new Date(row.failedAt) }));
}
