import { z } from 'zod';
import { defineCommand } from '#features/ledger/define-command.ts';
import { Problem } from '#platform/problem.ts';
import { findRecord, lockUnit } from '../internal/load-record.ts';
import { isPublished } from '../internal/is-published.ts';
import { publishUnits as publish } from '../internal/publish-units.ts';
import { SCOPES, type UnitRow } from '../model.ts';
import { mayPublish } from '../policy.ts';

const input = z.strictObject({
  record: z.uuid(),
  /** Which units, each with the revision the publisher looked at. */
  units: z
    .array(z.strictObject({ scope: z.enum(SCOPES), rev: z.coerce.number().int().positive() }))
    .min(1)
    .max(SCOPES.length),
});

/**
 * Releases some units of a record, one, several or all; the others stay as they are.
 *
 * @throws Problem `conflict`: somebody saved after the publisher looked; the detail says where the unit stands
 * @throws Problem `factsUnpublished`, `invalid`, `referenceUnpublished`, `addressTaken`; `stateRefused`: in the trash
 */
export const publishUnits = defineCommand({
  name: 'record.publish',
  input,
  fromForm: (form) => ({
    record: form.get('record'),
    units: form.getAll('unit').map((entry) => {
      const [scope, rev] = String(entry).split('@');
      return { scope, rev };
    }),
  }),
  load: async ({ tx }, { record: id, units }) => {
    const record = await findRecord(tx, id);
    if (record === null) return null;
    const locked: UnitRow[] = [];
    // Always in one order, so that two releases of the same units cannot wait for each other in a circle.
    for (const { scope } of units.toSorted((one, other) => (one.scope < other.scope ? -1 : 1))) {
      const row = await lockUnit(tx, id, scope);
      if (row === null) throw new Problem('notFound');
      locked.push(row);
    }
    return { record, units: locked };
  },
  allow: (actor, _subject, { units }) => units.every(({ scope }) => mayPublish(actor, scope)),
  run: async (context, { record, units }, asked): Promise<{ published: string[] }> => {
    if (record.deletedAt !== null) throw new Problem('stateRefused');
    for (const one of units) {
      const seen = asked.units.find(({ scope }) => scope === one.scope);
      if (seen?.rev !== one.headRev) {
        throw new Problem('conflict', { current: { version: one.version, headRev: one.headRev } });
      }
    }
    await publish(context, record, { units, factsPublished: await isPublished(context.tx, record.id) });
    return { published: units.map(({ scope }) => scope) };
  },
});
