import { z } from 'zod';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { type RecordRow, type Scope, SCOPES, type UnitRow } from '../model.ts';
import { lockUnit, lockUnitOrPlace, shareRecord } from './load-record.ts';
import type { RecordUnit } from './set-state.ts';

/** Names a unit and the revision that the caller saw. */
export const unitInput = z.strictObject({
  record: z.uuid(),
  scope: z.enum(SCOPES),
  rev: z.coerce.number().int().positive(),
});

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
