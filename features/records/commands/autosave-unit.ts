import { defineCommand } from '#features/ledger/define-command.ts';
import { lockUnitOrPlace, shareRecord } from '../internal/load-record.ts';
import { save, saveInput } from '../internal/save.ts';
import type { RecordRow, UnitRow } from '../model.ts';
import { maySave } from '../policy.ts';
import { readUnitForm } from '../read-form.ts';

/**
 * Keeps what somebody is typing. It marks no translation outdated, and history folds it; the answer carries no values, so
 * it can never touch what was typed since.
 *
 * @throws Problem as `saveUnit`
 */
export const autosaveUnit = defineCommand({
  name: 'record.autosave',
  input: saveInput,
  fromForm: readUnitForm,
  load: async ({ tx }, { record: id, scope }) => {
    const record = await shareRecord(tx, id);
    return record === null ? null : { record, head: await lockUnitOrPlace(tx, id, scope) };
  },
  allow: (actor, { record }: { record: RecordRow; head: UnitRow | null }, { scope }) =>
    maySave(actor, scope, record.sourceLocale),
  run: (context, subject, asked) => save(context, subject, { ...asked, kind: 'autosave' }),
});
