import { eq } from 'drizzle-orm';
import { job } from '#db/schema/jobs.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { jobInput, loadFailed } from '../internal/load-failed.ts';
import { mayMindJobs } from '../policy.ts';

/**
 * Gives up a failed job: it is not done and is no longer shown. What it was stays in the trail.
 *
 * @throws Problem `notFound`: it has not failed, or somebody decided already
 */
export const dropJob = defineCommand({
  name: 'job.drop',
  input: jobInput,
  load: loadFailed,
  allow: (actor) => mayMindJobs(actor),
  run: async ({ tx, audit }, { id, kind, lastError }): Promise<{ id: string }> => {
    await tx.delete(job).where(eq(job.id, id));
    audit({ subjectKind: 'job', subjectId: id, detail: { kind, lastError } });
    return { id };
  },
});
