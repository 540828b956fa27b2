import { defineCommand } from '#features/ledger/define-command.ts';
import { Problem } from '#platform/problem.ts';
import { lockRecord, lockUnits } from '../internal/load-record.ts';
import { plannedInput } from '../internal/load-unit.ts';
import { withdrawNamed } from '../internal/withdraw-units.ts';

/**
 * Takes a unit away from readers at the time that was planned. Only the product itself does this; the plan was a publisher's.
 *
 * @throws Problem `stateRefused`: the plan was taken back or moved, or readers do not see it; `inUse`: published records point
 * here
 */
export const withdrawScheduled = defineCommand({
  name: 'record.withdrawScheduled',
  input: plannedInput,
  load: async ({ tx }, { record: id }) => {
    const record = await lockRecord(tx, id);
    return record === null ? null : { record, units: await lockUnits(tx, id) };
  },
  allow: (actor) => actor.kind === 'system',
  run: async (context, { record, units }, { scope, at }) => {
    const planned = units.find((unit) => unit.scope === scope)?.withdrawFor ?? null;
    if (record.deletedAt !== null || planned === null) throw new Problem('stateRefused');
    if (at !== undefined && planned.toISOString() !== at) throw new Problem('stateRefused');
    return { withdrawn: await withdrawNamed(context, record, { units, scopes: [scope] }) };
  },
});
