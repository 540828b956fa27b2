import { defineCommand } from '#features/ledger/define-command.ts';
import { Problem } from '#platform/problem.ts';
import { isPublished } from '../internal/is-published.ts';
import { findRevisionContent } from '../internal/load-record.ts';
import { loadUnit, unitInput } from '../internal/load-unit.ts';
import { publishUnits } from '../internal/publish-units.ts';
import { tellReleased } from '../internal/tell-released.ts';

/**
 * Releases the revision that was planned, at its time. Only the product itself does this; the plan was a publisher's.
 *
 * @throws Problem `stateRefused`: the plan was taken back or the record trashed; and whatever publishing refuses
 */
export const releaseScheduled = defineCommand({
  name: 'record.releaseScheduled',
  input: unitInput,
  load: loadUnit,
  allow: (actor) => actor.kind === 'system',
  run: async (context, { record, unit }, { rev, scope }) => {
    if (record.deletedAt !== null || unit.scheduledFor === null) throw new Problem('stateRefused');
    const content = await findRevisionContent(context.tx, { recordId: record.id, scope, n: rev });
    if (content === null) throw new Problem('notFound');
    const planned = { ...unit, content, headRev: rev };
    const factsPublished = await isPublished(context.tx, record.id);
    await publishUnits(context, record, { units: [planned], factsPublished });
    await tellReleased(context, record, [unit]);
    return { scope, rev };
  },
});
