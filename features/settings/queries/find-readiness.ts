import { eq, sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { findErrorCode } from '#db/connection-lost.ts';
import { beat } from '#db/schema/jobs.ts';
import journal from '#db/migrations/meta/_journal.json' with { type: 'json' };
import { isProblem } from '#platform/problem.ts';
import { WORKER, WORKER_SILENT_SECONDS } from '../model.ts';

/** Whether this server can do its work; if not, what is missing. */
export type Readiness = 'ready' | 'databaseUnreachable' | 'migrationsMissing' | 'workerMissing';

const KEPT_MS = 1000;

/** No such schema, no such table, not allowed to see them: the database was never migrated, or not far enough. */
const NOT_MIGRATED = new Set(['3F000', '42P01', '42501']);

let kept: { until: number; answer: Promise<Readiness> } | null = null;

/** Whether this server can do its work. Asked often, it gives the answer of the last second again. */
export async function findReadiness(): Promise<Readiness> {
  const now = performance.now();
  if (kept === null || kept.until <= now) kept = { until: now + KEPT_MS, answer: ask() };
  return kept.answer;
}

async function ask(): Promise<Readiness> {
  const newest = Math.max(...journal.entries.map(({ when }) => when));
  try {
    const [row] = await appDb().execute<{ at: string | null }>(
      sql`select max(created_at) as at from drizzle.__drizzle_migrations`,
    );
    if (Number(row?.at ?? 0) < newest) return 'migrationsMissing';
    return (await isWorkerAlive()) ? 'ready' : 'workerMissing';
  } catch (thrown) {
    if (isProblem(thrown)) return 'databaseUnreachable';
    if (NOT_MIGRATED.has(findErrorCode(thrown) ?? '')) return 'migrationsMissing';
    throw thrown;
  }
}

/** By the database's clock: the worker may run on another machine. */
async function isWorkerAlive(): Promise<boolean> {
  const isRecent = sql<boolean>`${beat.at} > clock_timestamp() - ${WORKER_SILENT_SECONDS} * interval '1 second'`;
  const [row] = await appDb().select({ isRecent }).from(beat).where(eq(beat.name, WORKER));
  return row?.isRecent === true;
}
