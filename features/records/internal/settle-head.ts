import type { CommandContext } from '#features/ledger/define-command.ts';
import { personIdOf } from '#features/ledger/model.ts';
import type { RecordRow, UnitRow } from '../model.ts';
import { lockUnit } from './load-record.ts';
import { writeUnit } from './write-unit.ts';

/**
 * The unit as it goes to review or to readers: a head that was only autosaved is saved first, in its writer's name, so that
 * translations follow it and it is never pruned.
 *
 * @param unit - locked
 * @throws Problem as `writeUnit`
 */
export async function settleHead(context: CommandContext, record: RecordRow, unit: UnitRow): Promise<UnitRow> {
  return saveHead(context, record, { unit, keepsReason: false });
}

/**
 * A head that somebody else only autosaved, saved in their name before another writer goes on from it, so that what they wrote
 * stays theirs. Other heads stay as they are.
 *
 * @throws Problem as `writeUnit`
 */
export async function settleHeadOfOthers(context: CommandContext, record: RecordRow, unit: UnitRow): Promise<UnitRow> {
  if (unit.updatedBy === personIdOf(context.actor)) return unit;
  return saveHead(context, record, { unit, keepsReason: true });
}

async function saveHead(
  context: CommandContext,
  record: RecordRow,
  { unit, keepsReason }: { unit: UnitRow; keepsReason: boolean },
): Promise<UnitRow> {
  const { scope, headRev, content, updatedBy: author } = unit;
  const written = await writeUnit(context, {
    record,
    scope,
    head: unit,
    baseRev: headRev,
    content,
    kind: 'save',
    author,
    keepsReason,
  });
  if (written.rev === headRev) return unit;
  return (await lockUnit(context.tx, record.id, scope)) ?? unit;
}
