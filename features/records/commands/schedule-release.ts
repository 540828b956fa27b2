import { z } from 'zod';
import { type CommandContext, defineCommand } from '#features/ledger/define-command.ts';
import { enqueue } from '#features/jobs/enqueue.ts';
import { PLAN_TIME_ZONES, readClockTime, SITE_TIME_ZONE } from '#i18n/time-zone.ts';
import { Problem } from '#platform/problem.ts';
import { isFourEyes } from '../internal/four-eyes.ts';
import { lockNamedUnits } from '../internal/load-unit.ts';
import { refuseUnseen, type RecordUnit, setState } from '../internal/set-state.ts';
import { settleHead } from '../internal/settle-head.ts';
import { PLAN_DEEDS, PLAN_JOB, type PlanDeed, type RecordRow, SCOPES, type UnitRow } from '../model.ts';
import { toAsciiDigits } from '../partial-date.ts';
import { planKey } from '../plans.ts';
import { mayRelease, mayUnpublish } from '../policy.ts';

const YEAR_MS = 366 * 24 * 3_600_000;

const input = z.strictObject({
  record: z.uuid(),
  deed: z.enum(PLAN_DEEDS).default('release'),
  /** Which units, each with the revision that was looked at. */
  units: z
    .array(z.strictObject({ scope: z.enum(SCOPES), rev: z.coerce.number().int().positive() }))
    .min(1)
    .max(SCOPES.length)
    .refine((units) => new Set(units.map(({ scope }) => scope)).size === units.length, { params: { reason: 'twice' } }),
  /** A clock time in the zone, `YYYY-MM-DDTHH:MM`. */
  at: z.string().max(40),
  zone: z.enum(PLAN_TIME_ZONES).default(SITE_TIME_ZONE),
  /** Which of the two is meant where the clocks are put back and the hour comes twice. */
  occurrence: z.enum(['first', 'second']).optional(),
});

type Input = z.infer<typeof input>;

/**
 * Plans that some units are released as they stand now, or withdrawn, at one time; a planned one is moved. Later drafts do not
 * change what will be released.
 *
 * @throws Problem `conflict`: somebody saved after the caller looked; `invalid`: the time has passed, is over a year away, is
 * on no clock, or comes twice and nobody said which is meant; `stateRefused`: there will be nothing to withdraw
 */
export const scheduleRelease = defineCommand({
  name: 'record.schedule',
  input,
  fromForm: (form) => {
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    return {
      record: form.get('record'),
      deed: form.get('deed') ?? undefined,
      units: form.getAll('unit').map((entry) => {
        const [scope, rev] = String(entry).split('@');
        return { scope, rev };
      }),
      at: `${text('date')}T${text('time')}`,
      zone: form.get('zone') ?? undefined,
      occurrence: form.get('occurrence') ?? undefined,
    };
  },
  load: async (context, asked) => {
    const found = await lockNamedUnits(context, asked);
    return found === null ? null : { ...found, fourEyes: await isFourEyes(context.tx) };
  },
  // Taking away from readers needs no second pair of eyes.
  allow: (actor, { record: { sourceLocale }, units, fourEyes }, { deed }) =>
    mayUnpublish(actor) &&
    (deed === 'withdraw' || units.every((unit) => mayRelease(actor, unit, { sourceLocale, fourEyes }))),
  run: async (context, { record, units }, asked): Promise<{ at: string }> => {
    const at = readTime(asked, context.now);
    const planned = units.toSorted((one, other) => Number(other.scope === 'facts') - Number(one.scope === 'facts'));
    for (const unit of planned) {
      refuseUnseen({ record, unit }, asked.units.find(({ scope }) => scope === unit.scope)?.rev);
      await PLAN[asked.deed](context, { record, unit }, { at, zone: asked.zone });
    }
    return { at: at.toISOString() };
  },
});

/** When something is planned, and by which clock whoever planned it goes. */
interface Moment {
  at: Date;
  zone: string;
}

const PLAN: Record<PlanDeed, (context: CommandContext, subject: RecordUnit, moment: Moment) => Promise<void>> = {
  release: async (context, { record, unit }, moment) => {
    const settled = await settleHead(context, record, unit);
    await book(context, { record, unit: settled, deed: 'release' }, moment);
    const detail = { at: moment.at.toISOString(), zone: moment.zone };
    const change = { scheduledFor: moment.at };
    await setState(context, { record, unit: settled }, { seenRev: settled.headRev, change, detail });
  },
  withdraw: async (context, { record, unit }, moment) => {
    const { publishedRev, scheduledFor, headRev } = unit;
    const isThereThen = publishedRev !== null || (scheduledFor !== null && scheduledFor < moment.at);
    if (!isThereThen) throw new Problem('stateRefused');
    await book(context, { record, unit, deed: 'withdraw' }, moment);
    const detail = { at: moment.at.toISOString(), zone: moment.zone, deed: 'withdraw' };
    await setState(context, { record, unit }, { seenRev: headRev, change: { withdrawFor: moment.at }, detail });
  },
};

async function book(
  { tx, now }: CommandContext,
  { record, unit, deed }: { record: RecordRow; unit: UnitRow; deed: PlanDeed },
  { at, zone }: Moment,
): Promise<void> {
  const payload = { record: record.id, scope: unit.scope, rev: unit.headRev, at: at.toISOString(), zone };
  await enqueue(tx, { kind: PLAN_JOB[deed], payload, runAt: at, uniqueKey: planKey(record.id, unit.scope) }, now);
}

function readTime({ at, zone, occurrence }: Input, now: Date): Date {
  const clock = readClockTime(toAsciiDigits(at), zone);
  if (clock === null) throw wrongTime('dateImpossible');
  if (clock.kind === 'skipped') throw wrongTime('timeSkipped');
  if (clock.kind === 'twice' && occurrence === undefined) throw wrongTime('timeTwice');
  const instant = clock.kind === 'once' ? clock.at : clock[occurrence ?? 'first'];
  if (instant <= now) throw wrongTime('timePast');
  if (instant.getTime() - now.getTime() > YEAR_MS) throw wrongTime('timeTooFar');
  return instant;
}

function wrongTime(reason: string): Problem {
  return new Problem('invalid', { fields: [{ path: 'at', reason }] });
}
