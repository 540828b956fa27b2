import { z } from 'zod';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { SCOPES } from '../model.ts';
import { lockUnit, shareRecord } from './load-record.ts';
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
