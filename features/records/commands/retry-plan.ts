import { z } from 'zod';
import { defineCommand } from '#features/ledger/define-command.ts';
import { enqueue } from '#features/jobs/enqueue.ts';
import { Problem } from '#platform/problem.ts';
import { findLastPlan } from '../internal/find-last-plan.ts';
import { loadUnit } from '../internal/load-unit.ts';
import { setState } from '../internal/set-state.ts';
import { PLAN_DEEDS, PLAN_JOB, SCOPES } from '../model.ts';
import { planKey } from '../plans.ts';
import { mayUnpublish } from '../policy.ts';

/**
 * Tries at once what was planned and failed: with the revision that was planned, not with later drafts.
 *
 * @throws Problem `stateRefused`: nothing is planned, or it has not failed
 */
export const retryPlan = defineCommand({
  name: 'record.retryPlan',
  input: z.strictObject({ record: z.uuid(), scope: z.enum(SCOPES), deed: z.enum(PLAN_DEEDS) }),
  load: loadUnit,
  allow: (actor) => mayUnpublish(actor),
  run: async (context, subject, { record, scope, deed }) => {
    const { tx, now } = context;
    const planned = deed === 'release' ? subject.unit.scheduledFor : subject.unit.withdrawFor;
    const last = await findLastPlan(tx, { deed, record, scope });
    if (planned === null || last === null || !last.isFailed) throw new Problem('stateRefused');
    const { payload } = last;
    await enqueue(tx, { kind: PLAN_JOB[deed], payload, runAt: now, uniqueKey: planKey(record, scope) }, now);
    const detail = { at: planned.toISOString(), deed };
    return setState(context, subject, { seenRev: subject.unit.headRev, change: {}, detail });
  },
});
