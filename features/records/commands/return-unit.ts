import { z } from 'zod';
import { defineCommand } from '#features/ledger/define-command.ts';
import { Problem } from '#platform/problem.ts';
import { remark } from '../fields.ts';
import { loadUnit, unitInput } from '../internal/load-unit.ts';
import { setState } from '../internal/set-state.ts';
import { mayReview } from '../policy.ts';

/**
 * Gives a submitted unit back to its author with a reason.
 *
 * @throws Problem `stateRefused`: nobody submitted it; `conflict`: it changed since the caller saw it
 */
export const returnUnit = defineCommand({
  name: 'record.return',
  input: unitInput.extend({ note: z.string().trim().min(1).pipe(remark(1000)) }),
  load: loadUnit,
  allow: (actor, { record, unit }) => mayReview(actor, unit, record.sourceLocale),
  run: async (context, subject, { rev, note }) => {
    if (subject.unit.state !== 'in_review' && subject.unit.state !== 'approved') throw new Problem('stateRefused');
    return setState(context, subject, {
      seenRev: rev,
      change: { state: 'draft', submittedBy: null, returnNote: note },
      detail: { note },
    });
  },
});
