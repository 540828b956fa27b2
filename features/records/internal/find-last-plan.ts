import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '#db/pool.ts';
import { job } from '#db/schema/jobs.ts';
import { PLAN_JOB, type PlanDeed, type Scope } from '../model.ts';
import { planKey } from '../plans.ts';

/** The job of the newest plan for a unit. */
export interface LastPlan {
  payload: Record<string, unknown>;
  isFailed: boolean;
  isWaiting: boolean;
}

/** The newest job that was booked for a plan of a unit; `null` where none was. */
export async function findLastPlan(
  tx: Database,
  { deed, record, scope }: { deed: PlanDeed; record: string; scope: Scope },
): Promise<LastPlan | null> {
  const [row] = await tx
    .select({ payload: job.payload, failedAt: job.failedAt, doneAt: job.doneAt })
    .from(job)
    .where(and(eq(job.kind, PLAN_JOB[deed]), eq(job.uniqueKey, planKey(record, scope))))
    .orderBy(desc(job.createdAt), desc(job.id))
    .limit(1);
  if (row === undefined) return null;
  return {
    payload: z.record(z.string(), z.unknown()).parse(row.payload),
    isFailed: row.failedAt !== null,
    isWaiting: row.failedAt === null && row.doneAt === null,
  };
}
