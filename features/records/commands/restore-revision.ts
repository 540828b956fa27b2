import { z } from 'zod';
import { defineCommand } from '#features/ledger/define-command.ts';
import { Problem } from '#platform/problem.ts';
import { findRevisionContent } from '../internal/load-record.ts';
import { loadUnit, unitInput } from '../internal/load-unit.ts';
import { refuseUnseen } from '../internal/set-state.ts';
import { settleHeadOfOthers } from '../internal/settle-head.ts';
import { writeUnit } from '../internal/write-unit.ts';
import { takePaths } from '../merge.ts';
import { maySave } from '../policy.ts';

const path = z.string().min(1).max(300);

/**
 * Puts an old revision of one unit back as a new draft, or only some of its places, and leaves the others as they are. Nothing
 * else changes: not the other languages, not what readers see.
 *
 * @throws Problem `conflict`: somebody saved after the caller looked; `notFound`: there is no such revision; `invalid`: the places
 * do not go together with the rest
 */
export const restoreRevision = defineCommand({
  name: 'record.restore',
  input: unitInput.extend({
    from: z.coerce.number().int().positive(),
    /** The fields, items or single values to put back; all of them, where nothing is said. A form with one box sends one. */
    paths: z.union([path.transform((one) => [one]), z.array(path).min(1).max(500)]).optional(),
    /** Whether places must be named: a form of boxes of which none is ticked does not mean all of them. */
    some: z.literal('some').optional(),
  }),
  load: loadUnit,
  allow: (actor, { record }, { scope }) => maySave(actor, scope, record.sourceLocale),
  run: async (context, { record, unit }, { rev, from, scope, paths, some }) => {
    if (some !== undefined && paths === undefined) {
      throw new Problem('invalid', { fields: [{ path: 'paths', reason: 'noneTicked' }] });
    }
    refuseUnseen({ record, unit }, rev);
    const old = await findRevisionContent(context.tx, { recordId: record.id, scope, n: from });
    if (old === null) throw new Problem('notFound');
    const head = await settleHeadOfOthers(context, record, unit);
    const content = paths === undefined ? old : takePaths(head.content, old, paths);
    const written = await writeUnit(context, { record, scope, head, baseRev: from, content, kind: 'restore' });
    return { version: written.version, rev: written.rev };
  },
});
