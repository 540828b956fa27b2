import { defineCommand } from '#features/ledger/define-command.ts';
import { loadHead } from '../internal/load-unit.ts';
import { save, saveInput } from '../internal/save.ts';
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
  load: loadHead,
  allow: (actor, { record }, { scope }) => maySave(actor, scope, record.sourceLocale),
  run: (context, subject, asked) => save(context, subject, { ...asked, kind: 'autosave' }),
});
