import { z } from 'zod';
import { bookFirstTurn, bookTurn } from '#features/jobs/enqueue.ts';
import { ATTEMPTS_MAX, type DueJob, type JobHandler, type NewJob } from '#features/jobs/model.ts';
import type { Call } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { siteDayOf, startOfSiteDay } from '#i18n/time-zone.ts';
import { logUnexpected } from '#platform/log.ts';
import { isProblem } from '#platform/problem.ts';
import { keepHouse } from './commands/keep-house.ts';
import { noteFailedRelease } from './commands/note-failed-release.ts';
import { releaseScheduled } from './commands/release-scheduled.ts';
import { withdrawScheduled } from './commands/withdraw-scheduled.ts';
import { PLAN_JOB, SCOPES } from './model.ts';

const HOUSE_JOB = 'record.keepHouse';
const DAY_MS = 24 * 3_600_000;

/** Releases what was planned for now. */
export const releaseHandler: JobHandler = {
  kind: PLAN_JOB.release,
  run: async (due, now) => {
    try {
      await runCommand(releaseScheduled, due.payload, systemCall(due, now));
    } catch (thrown) {
      if (isLastTry(due, thrown)) await tellFailed(due, now, thrown);
      throw thrown;
    }
  },
};

/** A refusal will be one again, and after the last try nobody looks any more but a person. */
function isLastTry({ attempt }: DueJob, thrown: unknown): boolean {
  return attempt >= ATTEMPTS_MAX || (isProblem(thrown) && thrown.code !== 'unavailable');
}

async function tellFailed(due: DueJob, now: Date, thrown: unknown): Promise<void> {
  const { record, scope } = z.object({ record: z.uuid(), scope: z.enum(SCOPES) }).parse(due.payload);
  const problem = isProblem(thrown) ? thrown.code : 'unexpected';
  const call = { ...systemCall(due, now), idempotencyKey: `job:${due.id}:failed` };
  await runCommand(noteFailedRelease, { record, scope, problem }, call).catch((error: unknown) => logUnexpected(error));
}

/** Takes away from readers what was planned to go now. */
export const withdrawHandler: JobHandler = {
  kind: PLAN_JOB.withdraw,
  run: async (due, now) => {
    await runCommand(withdrawScheduled, due.payload, systemCall(due, now));
  },
};

/** Keeps house once a day and books the next day's turn. */
export const houseHandler: JobHandler = {
  kind: HOUSE_JOB,
  run: async (due, now) => {
    await runCommand(keepHouse, z.strictObject({}).parse(due.payload), systemCall(due, now));
    await bookTurn(houseTurn(new Date(now.getTime() + DAY_MS)), now);
  },
};

/** Sees to it that house is kept from now on. */
export async function bookHouse(now: Date): Promise<void> {
  await bookFirstTurn(houseTurn(now), now);
}

/** What a job does is done as the product itself, once a job. */
export function systemCall({ id, kind }: DueJob, now: Date): Call {
  return { actor: { kind: 'system', reason: kind }, now, requestId: `job:${id}`, idempotencyKey: `job:${id}` };
}

/** One turn a day; the day is its key, so that booking the next one leaves the one at work alone. */
function houseTurn(onDay: Date): NewJob {
  const day = siteDayOf(onDay);
  return { kind: HOUSE_JOB, payload: {}, runAt: startOfSiteDay(day), uniqueKey: day };
}
