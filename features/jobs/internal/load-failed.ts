import { and, eq, isNotNull } from 'drizzle-orm';
import { z } from 'zod';
import { job } from '#db/schema/jobs.ts';
import type { CommandContext } from '#features/ledger/define-command.ts';

/** Names a job. */
export const jobInput = z.strictObject({ job: z.uuid() });

/** A job that failed, locked. */
export interface Failed {
  id: string;
  kind: string;
  uniqueKey: string | null;
  lastError: string | null;
}

/** The job that a person decides about; `null` where it has not failed, or somebody else has decided already. */
export async function loadFailed(
  { tx }: CommandContext,
  { job: id }: z.infer<typeof jobInput>,
): Promise<Failed | null> {
  const [row] = await tx
    .select({ id: job.id, kind: job.kind, uniqueKey: job.uniqueKey, lastError: job.lastError })
    .from(job)
    .where(and(eq(job.id, id), isNotNull(job.failedAt)))
    .for('update');
  return row ?? null;
}
