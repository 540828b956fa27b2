import { z } from 'zod';
import { defineCommand } from '#features/ledger/define-command.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { confirmClaims } from '../claims.ts';
import { kindNamed } from '../kind.ts';
import { loadUnit } from '../internal/load-unit.ts';
import { publishUnits } from '../internal/publish-units.ts';
import { refuseUnseen } from '../internal/set-state.ts';
import { writeUnit } from '../internal/write-unit.ts';
import { mayPublish, maySave } from '../policy.ts';

const input = z.strictObject({ record: z.uuid(), rev: z.coerce.number().int().positive() });

/**
 * Says that somebody compared all facts of a record with their sources today and found them true. Where readers see these very
 * facts and the caller may release, they see the day at once; otherwise it waits in the draft.
 *
 * @returns whether readers see it
 * @throws Problem `conflict`: the facts changed since the caller saw them; `stateRefused`: in the trash
 */
export const confirmFacts = defineCommand({
  name: 'record.confirm',
  input,
  load: (context, { record }) => loadUnit(context, { record, scope: 'facts' }),
  allow: (actor, { record }) => maySave(actor, 'facts', record.sourceLocale),
  run: async (context, { record, unit }, { rev }): Promise<{ rev: number; isPublic: boolean }> => {
    refuseUnseen({ record, unit }, rev);
    const isPublic = unit.publishedRev === unit.headRev && mayPublish(context.actor, 'facts', record.sourceLocale);
    const today = siteDayOf(context.now);
    const content = confirmClaims(unit.content, kindNamed(record.kind).claimBearing, today);
    const written = await writeUnit(context, {
      record,
      scope: 'facts',
      head: unit,
      baseRev: unit.headRev,
      content,
      kind: 'save',
    });
    if (isPublic && written.rev !== unit.headRev) {
      const head = { ...unit, content, headRev: written.rev, version: written.version };
      await publishUnits(context, record, { units: [head], factsPublished: true });
    }
    return { rev: written.rev, isPublic };
  },
});
