import { and, eq, isNull, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { transaction } from '#db/client.ts';
import type { Database } from '#db/pool.ts';
import { job } from '#db/schema/jobs.ts';
import type { NewJob } from './model.ts';

/**
 * Books work for later in the transaction that causes it: both happen, or neither. A waiting job of the same key is replaced
 * by this one, also where a worker has it in hand just now: what that worker then says of its job finds it gone.
 */
export async function enqueue(tx: Database, { kind, payload, runAt, uniqueKey }: NewJob, now: Date): Promise<void> {
  await tx
    .insert(job)
    .values({ id: uuidv7(), kind, payload, runAt, uniqueKey: uniqueKey ?? null, createdAt: now })
    .onConflictDoUpdate({
      target: [job.kind, job.uniqueKey],
      targetWhere: sql`done_at is null and failed_at is null`,
      set: { id: sql`excluded.id`, payload, runAt, attempts: 0, lastError: null, createdAt: now },
    });
  await tx.execute(sql`select pg_notify('jobs', '')`);
}

/** Takes waiting work back; nothing happens where none waits. */
export async function cancelJob(tx: Database, kind: string, uniqueKey: string): Promise<void> {
  await tx
    .delete(job)
    .where(and(eq(job.kind, kind), eq(job.uniqueKey, uniqueKey), isNull(job.doneAt), isNull(job.failedAt)));
}

/** Books a job in a transaction of its own: the next turn of a job that comes round, which has no other cause. */
export async function bookTurn(next: NewJob, now: Date): Promise<void> {
  await transaction((tx) => enqueue(tx, next, now));
}

/** Books the first turn of a job that comes round, unless one waits already. */
export async function bookFirstTurn(first: NewJob, now: Date): Promise<void> {
  await transaction(async (tx) => {
    const [waiting] = await tx
      .select({ id: job.id })
      .from(job)
      .where(and(eq(job.kind, first.kind), isNull(job.doneAt), isNull(job.failedAt)))
      .limit(1);
    if (waiting === undefined) await enqueue(tx, first, now);
  });
}
