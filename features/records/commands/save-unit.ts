import { z } from 'zod';
import { defineCommand } from '#features/ledger/define-command.ts';
import { loadHead } from '../internal/load-unit.ts';
import { save, saveInput } from '../internal/save.ts';
import { maySave } from '../policy.ts';
import { readUnitForm } from '../read-form.ts';

export type { Saved } from '../internal/save.ts';

const input = saveInput.extend({ kind: z.enum(['save', 'import']).default('save') });

/**
 * Saves one unit as a draft. Work of others on other paths is kept; nothing is ever overwritten.
 *
 * @throws Problem `conflict`: both changed the same paths; the detail carries base, theirs and mine for each
 * @throws Problem `invalid`, `addressTaken`, `referenceTrashed`; `stateRefused`: the record lies in the trash
 */
export const saveUnit = defineCommand({
  name: 'record.save',
  input,
  fromForm: readUnitForm,
  load: loadHead,
  allow: (actor, { record }, { scope }) => maySave(actor, scope, record.sourceLocale),
  run: save,
});
