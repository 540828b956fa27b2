import { defineCommand } from '#features/ledger/define-command.ts';
import { notify } from '#features/notifications/notify.ts';
import { Problem } from '#platform/problem.ts';
import { loadUnit, unitInput } from '../internal/load-unit.ts';
import { setState } from '../internal/set-state.ts';
import { mayReview } from '../policy.ts';

/**
 * Declares a submitted unit fit for readers; nobody approves what they submitted or wrote last.
 *
 * @throws Problem `stateRefused`: nobody submitted it; `conflict`: it changed since the caller saw it
 */
export const approveUnit = defineCommand({
  name: 'record.approve',
  input: unitInput,
  load: loadUnit,
  allow: (actor, { record, unit }) => mayReview(actor, unit, record.sourceLocale),
  run: async (context, subject, { rev }) => {
    const { record, unit } = subject;
    if (unit.state !== 'in_review') throw new Problem('stateRefused');
    const answer = await setState(context, subject, { seenRev: rev, change: { state: 'approved' } });
    await notify(context, {
      kind: 'approved',
      record: record.id,
      part: unit.scope,
      to: ({ id }) => id === unit.submittedBy || id === unit.updatedBy,
    });
    return answer;
  },
});
