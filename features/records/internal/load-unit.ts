import { z } from 'zod';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { Problem } from '#platform/problem.ts';
import { type RecordRow, type Scope, SCOPES, type UnitRow } from '../model.ts';
import { lockUnit, lockUnitOrPlace, shareRecord } from './load-record.ts';
import type { RecordUnit } from './set-state.ts';

/** Names a unit and the revision that the caller saw. */
export const unitInput = z.strictObject({
  record: z.uuid(),
  scope: z.enum(SCOPES),
  rev: z.coerce.number().int().positive(),
});

/** A unit whose time has come: the revision that was planned, and for when; the zone is for people. */
export const plannedInput = unitInput.extend({ at: z.iso.datetime().optional(), zone: z.string().max(64).optional() });

/** A record and some of its units, locked. */
export interface RecordUnits {
  record: RecordRow;
  units: UnitRow[];
}

/**
 * The record and the named units, locked in the order in which a save locks them, so that nobody waits for each other in a
 * circle; `null` where there is no such record.
 *
 * @throws Problem `notFound`: nobody has begun one of the units
 */
export async function lockNamedUnits(
  { tx }: CommandContext,
  { record: id, units }: { record: string; units: readonly { scope: Scope }[] },
): Promise<RecordUnits | null> {
  const record = await shareRecord(tx, id);
  if (record === null) return null;
  const locked: UnitRow[] = [];
  const order = (scope: Scope) => (scope === record.sourceLocale ? '' : scope);
  for (const { scope } of units.toSorted((one, other) => (order(one.scope) < order(other.scope) ? -1 : 1))) {
    const row = await lockUnit(tx, id, scope);
    if (row === null) throw new Problem('notFound');
    locked.push(row);
  }
  return { record, units: locked };
}

/** The record and the unit a command is about, the unit locked; `null` where either does not exist. */
export async function loadUnit(
  { tx }: CommandContext,
  { record: id, scope }: { record: string; scope: (typeof SCOPES)[number] },
): Promise<RecordUnit | null> {
  const record = await shareRecord(tx, id);
  const unit = record === null ? null : await lockUnit(tx, id, scope);
  return record === null || unit === null ? null : { record, unit };
}

/** A record and one of its units to be written, locked; `head` is `null` where nobody has begun the unit. */
export interface RecordHead {
  record: RecordRow;
  head: UnitRow | null;
}

/** The record and the unit that a save is about; where nobody has begun the unit, its place is locked. */
export async function loadHead(
  { tx }: CommandContext,
  { record: id, scope }: { record: string; scope: Scope },
): Promise<RecordHead | null> {
  const record = await shareRecord(tx, id);
  return record === null ? null : { record, head: await lockUnitOrPlace(tx, id, scope) };
}
