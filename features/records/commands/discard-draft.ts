import { defineCommand } from '#features/ledger/define-command.ts';
import { Problem } from '#platform/problem.ts';
import { findRevisionContent } from '../internal/load-record.ts';
import { loadUnit, unitInput } from '../internal/load-unit.ts';
import { refuseUnseen } from '../internal/set-state.ts';
import { standAsPublished } from '../internal/stand-as-published.ts';
import { writeUnit } from '../internal/write-unit.ts';
import { maySave } from '../policy.ts';

/**
 * Goes back to what readers see. The draft stays in the history.
 *
 * @throws Problem `stateRefused`: nothing of the unit is public, or there is no draft; `conflict`: somebody saved meanwhile
 */
export const discardDraft = defineCommand({
  name: 'record.discard',
  input: unitInput,
  load: loadUnit,
  allow: (actor, { record }, { scope }) => maySave(actor, scope, record.sourceLocale),
  run: async (context, { record, unit }, { rev, scope }) => {
    if (record.deletedAt !== null || unit.publishedRev === null || unit.state === 'published') {
      throw new Problem('stateRefused');
    }
    refuseUnseen({ record, unit }, rev);
    const content = await findRevisionContent(context.tx, { recordId: record.id, scope, n: unit.publishedRev });
    if (content === null) throw new Problem('notFound');
    const written = await writeUnit(context, {
      record,
      scope,
      head: unit,
      baseRev: unit.publishedRev,
      content,
      kind: 'discard',
    });
    await standAsPublished(context, { recordId: record.id, scope, rev: written.rev });
    return { version: written.version, rev: written.rev };
  },
});
