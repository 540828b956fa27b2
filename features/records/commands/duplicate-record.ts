import { z } from 'zod';
import { defineCommand } from '#features/ledger/define-command.ts';
import { runWithin } from '#features/ledger/run-command.ts';
import { findRecord, listUnits } from '../internal/load-record.ts';
import { mayCreate } from '../policy.ts';
import { createRecord } from './create-record.ts';

/** Starts a new draft with the newest content of a record, without its address part and its import key. */
export const duplicateRecord = defineCommand({
  name: 'record.duplicate',
  input: z.strictObject({ record: z.uuid(), prefix: z.enum(['', '/de', '/en']).optional() }),
  load: async ({ tx }, { record: id }) => {
    const record = await findRecord(tx, id);
    return record === null ? null : { record, units: await listUnits(tx, id) };
  },
  allow: (actor) => mayCreate(actor),
  run: async (context, { record, units }, { prefix = '' }) => {
    const contents = units.map(({ scope, content }) => {
      const { slug: _slug, ...rest } = content;
      return [scope, scope === 'facts' ? rest : content] as const;
    });
    const created = await runWithin(context, createRecord, {
      kind: record.kind,
      sourceLocale: record.sourceLocale,
      units: Object.fromEntries(contents),
      revisionKind: 'duplicate',
    });
    return { ...created, prefix };
  },
  respond: async ({ ref, prefix }) => ({ redirectTo: `${prefix}/dashboard/records/${ref}` }),
});
