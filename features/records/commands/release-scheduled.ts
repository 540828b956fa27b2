import { type CommandContext, defineCommand } from '#features/ledger/define-command.ts';
import { Problem } from '#platform/problem.ts';
import { findLastPlan } from '../internal/find-last-plan.ts';
import { isPublished } from '../internal/is-published.ts';
import { findRevisionContent } from '../internal/load-record.ts';
import { loadUnit, plannedInput } from '../internal/load-unit.ts';
import { publishUnits } from '../internal/publish-units.ts';
import { tellReleased } from '../internal/tell-released.ts';
import type { RecordUnit } from '../internal/set-state.ts';

const AGAIN_SECONDS = 5;

/**
 * Releases the revision that was planned, at its time. Only the product itself does this; the plan was a publisher's.
 *
 * @throws Problem `stateRefused`: the plan was taken back or moved, or the record trashed; `unavailable`: its facts are about
 * to be released as well; and whatever publishing refuses
 */
export const releaseScheduled = defineCommand({
  name: 'record.releaseScheduled',
  input: plannedInput,
  load: loadUnit,
  allow: (actor) => actor.kind === 'system',
  run: async (context, { record, unit }, { rev, scope, at }) => {
    const { scheduledFor } = unit;
    if (record.deletedAt !== null || scheduledFor === null) throw new Problem('stateRefused');
    // A plan that is moved while its time comes is carried out at the other one.
    if (at !== undefined && scheduledFor.toISOString() !== at) throw new Problem('stateRefused');
    const content = await findRevisionContent(context.tx, { recordId: record.id, scope, n: rev });
    if (content === null) throw new Problem('notFound');
    const planned = { ...unit, content, headRev: rev };
    const factsPublished = await isPublished(context.tx, record.id);
    if (scope !== 'facts' && !factsPublished) await waitForFacts(context, { record, unit });
    await publishUnits(context, record, { units: [planned], factsPublished });
    await tellReleased(context, record, [unit]);
    return { scope, rev };
  },
});

/** Of units that are due at once, two workers may take the text first. */
async function waitForFacts({ tx, now }: CommandContext, { record }: RecordUnit): Promise<void> {
  const facts = await findLastPlan(tx, { deed: 'release', record: record.id, scope: 'facts' });
  const { at } = facts?.payload ?? {};
  const isComing = facts?.isWaiting === true && typeof at === 'string' && new Date(at) <= now;
  if (isComing) throw new Problem('unavailable', { retryAfterSeconds: AGAIN_SECONDS });
}
