import { z } from 'zod';
import { defineCommand } from '#features/ledger/define-command.ts';
import { lockRecord, lockUnits } from '../internal/load-record.ts';
import { withdrawNamed } from '../internal/withdraw-units.ts';
import { SCOPES } from '../model.ts';
import { mayUnpublish } from '../policy.ts';

/**
 * Takes languages, or the whole record with its facts, away from readers. The address then says that it was withdrawn.
 * A page without words is none, so the last language takes the record with it.
 *
 * @throws Problem `inUse`: published records point here; `stateRefused`: nothing of it is public
 */
export const unpublishUnits = defineCommand({
  name: 'record.unpublish',
  input: z.strictObject({ record: z.uuid(), scopes: z.array(z.enum(SCOPES)).min(1) }),
  fromForm: (form) => ({ record: form.get('record'), scopes: form.getAll('scope') }),
  load: async ({ tx }, { record: id }) => {
    const record = await lockRecord(tx, id);
    return record === null ? null : { record, units: await lockUnits(tx, id) };
  },
  allow: (actor) => mayUnpublish(actor),
  run: async (context, { record, units }, { scopes }) => {
    return { withdrawn: await withdrawNamed(context, record, { units, scopes }) };
  },
});
