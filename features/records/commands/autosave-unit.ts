import { defineCommand } from '#features/ledger/define-command.ts';
import { Problem } from '#platform/problem.ts';
import { loadHead } from '../internal/load-unit.ts';
import { save, saveInput } from '../internal/save.ts';
import { NOT_BEGUN } from '../model.ts';
import { maySave } from '../policy.ts';
import { readUnitForm } from '../read-form.ts';

/**
 * Keeps what somebody is typing. It marks no translation outdated, and history folds it; the answer carries no values, so
 * it can never touch what was typed since. It merges nothing: the form would not show what came along, and the next save
 * would take it out again.
 *
 * @throws Problem `conflict`: somebody else has written since `baseRev`, on whatever path
 * @throws Problem as `saveUnit`
 */
export const autosaveUnit = defineCommand({
  name: 'record.autosave',
  input: saveInput,
  fromForm: readUnitForm,
  load: loadHead,
  allow: (actor, { record }, { scope }) => maySave(actor, scope, record.sourceLocale),
  run: (context, subject, asked) => {
    const { headRev, version } = subject.head ?? NOT_BEGUN;
    if (headRev !== asked.baseRev) throw new Problem('conflict', { current: { version, headRev } });
    return save(context, subject, { ...asked, kind: 'autosave' });
  },
});
