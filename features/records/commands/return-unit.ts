import { z } from 'zod';
import { defineCommand } from '#features/ledger/define-command.ts';
import { notify } from '#features/notifications/notify.ts';
import { Problem } from '#platform/problem.ts';
import { remark } from '../fields.ts';
import { loadUnit, unitInput } from '../internal/load-unit.ts';
import { setState } from '../internal/set-state.ts';
import { mayReview } from '../policy.ts';
import { reasonsField, writeReturnNote } from '../return-note.ts';

/**
 * Gives a submitted unit back to its author with reasons: some of a list, words, or both.
 *
 * @throws Problem `stateRefused`: nobody submitted it; `conflict`: it changed since the caller saw it
 */
export const returnUnit = defineCommand({
  name: 'record.return',
  input: unitInput
    .extend({ reasons: reasonsField, note: z.string().trim().pipe(remark(1000)).default('') })
    .refine(({ note, reasons }) => note !== '' || reasons.length > 0, {
      path: ['note'],
      params: { reason: 'required' },
    }),
  load: loadUnit,
  allow: (actor, { record, unit }) => mayReview(actor, unit, record.sourceLocale),
  run: async (context, subject, { rev, note, reasons }) => {
    const { record, unit } = subject;
    if (unit.state !== 'in_review' && unit.state !== 'approved') throw new Problem('stateRefused');
    const answer = await setState(context, subject, {
      seenRev: rev,
      change: { state: 'draft', submittedBy: null, returnNote: writeReturnNote({ reasons, note }) },
      detail: reasons.length === 0 ? { note } : { note, reasons },
    });
    await notify(context, {
      kind: 'returned',
      record: record.id,
      part: unit.scope,
      detail: note === '' ? {} : { note },
      to: ({ id }) => id === unit.submittedBy || id === unit.updatedBy,
    });
    return answer;
  },
});
