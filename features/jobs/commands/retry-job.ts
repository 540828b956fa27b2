import { and, eq, isNull, sql } from 'drizzle-orm';
import { job } from '#db/schema/jobs.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { Problem } from '#platform/problem.ts';
import { jobInput, loadFailed } from '../internal/load-failed.ts';
import { mayMindJobs } from '../policy.ts';

/**
 * Has a failed job done once more, at once.
 *
 * @throws Problem `notFound`: it has not failed, or somebody decided already; `stateRefused`: a newer one of its key waits
 */
export const retryJob = defineCommand({
  name: 'job.retry',
  input: jobInput,
  load: loadFailed,
  allow: (actor) => mayMindJobs(actor),
  run: async ({ tx, now, audit }, { id, kind, uniqueKey }): Promise<{ id: string }> => {
    if (uniqueKey !== null) {
      const isWaiting = and(isNull(job.doneAt), isNull(job.failedAt));
      const [newer] = await tx
        .select({ id: job.id })
        .from(job)
        .where(and(eq(job.kind, kind), eq(job.uniqueKey, uniqueKey), isWaiting));
      if (newer !== undefined) throw new Problem('stateRefused');
    }
    await tx.update(job).set({ failedAt: null, attempts: 0, runAt: now }).where(eq(job.id, id));
    await tx.execute(sql`select pg_notify('jobs', '')`);
    audit({ subjectKind: 'job', subjectId: id, detail: { kind } });
    return { id };
  },
});
