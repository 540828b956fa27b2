import type { CommandContext } from '#features/ledger/define-command.ts';
import { notify } from '#features/notifications/notify.ts';
import type { RecordRow, UnitRow } from '../model.ts';

/** Tells those who wrote, handed in or were given some units that readers see them now: one notice, however many units. */
export async function tellReleased(
  context: CommandContext,
  record: RecordRow,
  units: readonly UnitRow[],
): Promise<void> {
  const [first, ...others] = units;
  if (first === undefined) return;
  const concerned = new Set(
    units.flatMap(({ submittedBy, updatedBy, assignee }) => [submittedBy, updatedBy, assignee]),
  );
  await notify(context, {
    kind: 'published',
    record: record.id,
    part: others.length === 0 ? first.scope : null,
    to: ({ id }) => concerned.has(id),
  });
}
