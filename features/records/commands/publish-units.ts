import { z } from 'zod';
import { defineCommand } from '#features/ledger/define-command.ts';
import { isFourEyes } from '../internal/four-eyes.ts';
import { isPublished } from '../internal/is-published.ts';
import { lockNamedUnits } from '../internal/load-unit.ts';
import { publishUnits as publish } from '../internal/publish-units.ts';
import { refuseUnseen } from '../internal/set-state.ts';
import { settleHead } from '../internal/settle-head.ts';
import { tellReleased } from '../internal/tell-released.ts';
import { SCOPES, type UnitRow } from '../model.ts';
import { mayRelease } from '../policy.ts';

const input = z.strictObject({
  record: z.uuid(),
  /** Which units, each with the revision the publisher looked at. */
  units: z
    .array(z.strictObject({ scope: z.enum(SCOPES), rev: z.coerce.number().int().positive() }))
    .min(1)
    .max(SCOPES.length)
    .refine((units) => new Set(units.map(({ scope }) => scope)).size === units.length, { params: { reason: 'twice' } }),
});

/**
 * Releases some units of a record, one, several or all; the others stay as they are. What readers see already is released
 * no second time.
 *
 * @returns the units that readers see now and did not before
 * @throws Problem `forbidden`: also where four eyes are asked for and nobody else has approved it
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
  load: async (context, asked) => {
    const found = await lockNamedUnits(context, asked);
    return found === null ? null : { ...found, fourEyes: await isFourEyes(context.tx) };
  },
  allow: (actor, { record: { sourceLocale }, units, fourEyes }) =>
    units.every((unit) => mayRelease(actor, unit, { sourceLocale, fourEyes })),
  run: async (context, { record, units }, asked): Promise<{ published: string[] }> => {
    for (const unit of units) {
      refuseUnseen({ record, unit }, asked.units.find(({ scope }) => scope === unit.scope)?.rev);
    }
    const settled: UnitRow[] = [];
    for (const unit of units.filter(({ headRev, publishedRev }) => headRev !== publishedRev)) {
      settled.push(await settleHead(context, record, unit));
    }
    if (settled.length === 0) return { published: [] };
    await publish(context, record, { units: settled, factsPublished: await isPublished(context.tx, record.id) });
    await tellReleased(context, record, settled);
    return { published: settled.map(({ scope }) => scope) };
  },
});
