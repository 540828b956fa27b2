import { and, asc, desc, eq, gt, isNull, lte, type SQL, sql } from 'drizzle-orm';
import { appDb, transaction } from '#db/client.ts';
import { job } from '#db/schema/jobs.ts';
import { isProblem } from '#platform/problem.ts';
import { log, logUnexpected } from '#platform/log.ts';
import { ATTEMPTS_MAX, type DueJob, type JobHandler, retryAfterMs } from './model.ts';

/** A worker that dies keeps its job from the others for this long; one that lives says so well before that. */
const LEASE_MS = 15_000;
const RENEW_MS = 5000;

/**
 * Does the oldest job that is due, one that was begun before and not ended first of all; other workers leave it alone meanwhile.
 *
 * @returns `false` where nothing is due
 */
export async function runDueJob(handlers: readonly JobHandler[], clock: () => Date): Promise<boolean> {
  const due = await takeJob();
  if (due === null) return false;
  try {
    const handler = handlers.find(({ kind }) => kind === due.kind);
    if (handler === undefined) throw new Error(`no handler for jobs of the kind ${due.kind}`);
    const lease = keepLease(due.id);
    await handler.run(due, clock()).finally(() => lease.end());
    await transaction(async (tx) => {
      await tx
        .update(job)
        .set({ doneAt: clock(), failedAt: null, lastError: null })
        .where(and(eq(job.id, due.id), isNull(job.doneAt)));
    });
  } catch (thrown) {
    await bookFailure(due, thrown, clock());
  }
  return true;
}

/** When the next job comes due; `null` where none waits. */
export async function nextRunAt(): Promise<Date | null> {
  const [row] = await appDb()
    .select({ runAt: job.runAt })
    .from(job)
    .where(and(isNull(job.doneAt), isNull(job.failedAt)))
    .orderBy(asc(job.runAt))
    .limit(1);
  return row?.runAt ?? null;
}

/** What is due is what the database's clock says: several machines agree on one. */
async function takeJob(): Promise<DueJob | null> {
  return transaction(async (tx) => {
    const [row] = await tx
      .select({ id: job.id, kind: job.kind, payload: job.payload, attempts: job.attempts })
      .from(job)
      .where(and(isNull(job.doneAt), isNull(job.failedAt), lte(job.runAt, sql`now()`)))
      // What was begun before has waited longest: its time says only since when it may be begun again.
      .orderBy(desc(gt(job.attempts, 0)), asc(job.runAt), asc(job.id))
      .limit(1)
      .for('update', { skipLocked: true });
    if (row === undefined) return null;
    const attempt = row.attempts + 1;
    await tx.update(job).set({ attempts: attempt, runAt: leaseEnd() }).where(eq(job.id, row.id));
    return { id: row.id, kind: row.kind, payload: row.payload, attempt };
  });
}

/** Says every few seconds that the job is in living hands, until it is done. */
function keepLease(id: string): { end: () => void } {
  const renewing = setInterval(() => {
    // Where this fails, another worker may take the job up; what it does is done once all the same.
    void renew(id).catch((error: unknown) => log.debug({ error }, 'a lease was not renewed'));
  }, RENEW_MS);
  return { end: () => clearInterval(renewing) };
}

async function renew(id: string): Promise<void> {
  await transaction(async (tx) => {
    await tx
      .update(job)
      .set({ runAt: leaseEnd() })
      .where(and(eq(job.id, id), isNull(job.doneAt), isNull(job.failedAt)));
  });
}

function leaseEnd(): SQL {
  return sql`now() + ${LEASE_MS} * interval '1 millisecond'`;
}

/** A refusal will be one again next time: the job has failed at once. Anything else is tried again, later and later. */
async function bookFailure(due: DueJob, thrown: unknown, now: Date): Promise<void> {
  const isRefusal = isProblem(thrown) && thrown.code !== 'unavailable';
  const said = isRefusal ? thrown.code : `unexpected ${logUnexpected(thrown)}`;
  const isOver = isRefusal || due.attempt >= ATTEMPTS_MAX;
  await transaction(async (tx) => {
    await tx
      .update(job)
      .set({
        lastError: said,
        failedAt: isOver ? now : null,
        runAt: sql`${new Date(now.getTime() + retryAfterMs(due.attempt)).toISOString()}::timestamptz`,
      })
      .where(and(eq(job.id, due.id), isNull(job.doneAt)));
  });
}
