import { z } from 'zod';
import { defineCommand } from '#features/ledger/define-command.ts';
import { Problem } from '#platform/problem.ts';
import { findRevisionContent } from '../internal/load-record.ts';
import { loadUnit, unitInput } from '../internal/load-unit.ts';
import { refuseUnseen } from '../internal/set-state.ts';
import { writeUnit } from '../internal/write-unit.ts';
import { mayCreate } from '../policy.ts';

/**
 * Puts an old revision of one unit back as a new draft. Nothing else changes: not the other languages, not what readers see.
 *
 * @throws Problem `conflict`: somebody saved after the caller looked; `notFound`: there is no such revision
 */
export const restoreRevision = defineCommand({
  name: 'record.restore',
  input: unitInput.extend({ from: z.coerce.number().int().positive() }),
  load: loadUnit,
  allow: (actor) => mayCreate(actor),
  run: async (context, { record, unit }, { rev, from, scope }) => {
    refuseUnseen({ record, unit }, rev);
    const content = await findRevisionContent(context.tx, { recordId: record.id, scope, n: from });
    if (content === null) throw new Problem('notFound');
    const written = await writeUnit(context, { record, scope, head: unit, baseRev: from, content, kind: 'restore' });
    return { version: written.version, rev: written.rev };
  },
});
