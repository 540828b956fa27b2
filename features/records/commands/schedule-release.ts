import { z } from 'zod';
import { defineCommand } from '#features/ledger/define-command.ts';
import { cancelJob, enqueue } from '#features/jobs/enqueue.ts';
import { instantOf } from '#i18n/time-zone.ts';
import { Problem } from '#platform/problem.ts';
import { isFourEyes } from '../internal/four-eyes.ts';
import { loadUnit, unitInput } from '../internal/load-unit.ts';
import { refuseUnseen, setState } from '../internal/set-state.ts';
import { settleHead } from '../internal/settle-head.ts';
import { RELEASE_JOB } from '../model.ts';
import { mayRelease, mayUnpublish } from '../policy.ts';

const YEAR_MS = 366 * 24 * 3_600_000;

/**
 * Plans the release of one unit as it stands now, moves a planned one, or takes it back. Later drafts do not change what
 * will be released.
 *
 * @throws Problem `conflict`: somebody saved after the caller looked; `invalid`: the time has passed or is over a year away
 */
export const scheduleRelease = defineCommand({
  name: 'record.schedule',
  input: unitInput.extend({
    /** A clock time in the site's zone, `YYYY-MM-DDTHH:MM`; empty takes the plan back. */
    at: z.string().max(40),
  }),
  load: async (context, input) => {
    const subject = await loadUnit(context, input);
    return subject === null ? null : { ...subject, fourEyes: await isFourEyes(context.tx) };
  },
  // Taking a plan back needs no second pair of eyes.
  allow: (actor, { record: { sourceLocale }, unit, fourEyes }, { at }) =>
    mayUnpublish(actor) && (at === '' || mayRelease(actor, unit, { sourceLocale, fourEyes })),
  run: async (context, subject, { record, scope, rev, at }) => {
    const { tx, now } = context;
    const uniqueKey = `${record}/${scope}`;
    const runAt = at === '' ? null : readTime(at, now);
    refuseUnseen(subject, rev);
    const unit = runAt === null ? subject.unit : await settleHead(context, subject.record, subject.unit);
    const payload = { record, scope, rev: unit.headRev };
    if (runAt === null) await cancelJob(tx, RELEASE_JOB, uniqueKey);
    else await enqueue(tx, { kind: RELEASE_JOB, payload, runAt, uniqueKey }, now);
    const change = { scheduledFor: runAt };
    const detail = { at: runAt?.toISOString() ?? null };
    const planned = { record: subject.record, unit };
    const { version } = await setState(context, planned, { seenRev: unit.headRev, change, detail });
    return { version, at: runAt?.toISOString() ?? null };
  },
});

function readTime(at: string, now: Date): Date {
  const instant = instantOf(at);
  if (instant === null) throw new Problem('invalid', { fields: [{ path: 'at', reason: 'dateImpossible' }] });
  if (instant <= now) throw new Problem('invalid', { fields: [{ path: 'at', reason: 'timePast' }] });
  if (instant.getTime() - now.getTime() > YEAR_MS) {
    throw new Problem('invalid', { fields: [{ path: 'at', reason: 'timeTooFar' }] });
  }
  return instant;
}
