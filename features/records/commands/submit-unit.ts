import { defineCommand } from '#features/ledger/define-command.ts';
import { personIdOf } from '#features/ledger/model.ts';
import { notify } from '#features/notifications/notify.ts';
import { Problem } from '#platform/problem.ts';
import { remark } from '../fields.ts';
import { loadUnit, unitInput } from '../internal/load-unit.ts';
import { refuseUnseen, setState } from '../internal/set-state.ts';
import { settleHead } from '../internal/settle-head.ts';
import { isAskedToReview, maySave } from '../policy.ts';

/**
 * Hands a draft over for review.
 *
 * @throws Problem `stateRefused`: it is not a draft; `conflict`: it changed since the caller saw it
 */
export const submitUnit = defineCommand({
  name: 'record.submit',
  input: unitInput.extend({ note: remark(1000).optional() }),
  load: loadUnit,
  allow: (actor, { record }, { scope }) => maySave(actor, scope, record.sourceLocale),
  run: async (context, subject, { rev, note }) => {
    if (subject.unit.state !== 'draft') throw new Problem('stateRefused');
    refuseUnseen(subject, rev);
    const { record } = subject;
    const said = note?.trim() ? note.trim() : null;
    const unit = await settleHead(context, record, subject.unit);
    const answer = await setState(
      context,
      { record, unit },
      {
        seenRev: unit.headRev,
        change: { state: 'in_review', submittedBy: personIdOf(context.actor), returnNote: null },
        detail: { note: said },
      },
    );
    await notify(context, {
      kind: 'submitted',
      record: record.id,
      part: unit.scope,
      detail: said === null ? {} : { note: said },
      to: (colleague) => isAskedToReview(colleague, unit, record.sourceLocale),
    });
    return answer;
  },
});
