import { z } from 'zod';
import { defineCommand } from '#features/ledger/define-command.ts';
import { cancelJob } from '#features/jobs/enqueue.ts';
import { Problem } from '#platform/problem.ts';
import { loadUnit } from '../internal/load-unit.ts';
import { setState } from '../internal/set-state.ts';
import { PLAN_DEEDS, PLAN_JOB, SCOPES } from '../model.ts';
import { planKey } from '../plans.ts';
import { mayUnpublish } from '../policy.ts';

/**
 * Takes a plan back: what readers see stays as it is.
 *
 * @throws Problem `stateRefused`: nothing is planned any more, because it was carried out or taken back
 */
export const cancelPlan = defineCommand({
  name: 'record.cancelPlan',
  input: z.strictObject({ record: z.uuid(), scope: z.enum(SCOPES), deed: z.enum(PLAN_DEEDS) }),
  load: loadUnit,
  allow: (actor) => mayUnpublish(actor),
  run: async (context, subject, { record, scope, deed }) => {
    const planned = deed === 'release' ? subject.unit.scheduledFor : subject.unit.withdrawFor;
    if (planned === null) throw new Problem('stateRefused');
    await cancelJob(context.tx, PLAN_JOB[deed], planKey(record, scope));
    const change = deed === 'release' ? { scheduledFor: null } : { withdrawFor: null };
    const detail = { at: planned.toISOString(), deed };
    return setState(context, subject, { seenRev: subject.unit.headRev, change, detail });
  },
});
