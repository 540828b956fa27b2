import { z } from 'zod';
import { bookFirstTurn, bookTurn } from '#features/jobs/enqueue.ts';
import type { JobHandler, NewJob } from '#features/jobs/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { writeDigests } from '#features/notifications/commands/write-digests.ts';
import { remindDue } from '#features/records/commands/remind-due.ts';
import { systemCall } from '#features/records/jobs.ts';
import { instantOf, siteDayOf } from '#i18n/time-zone.ts';

const MORNING_JOB = 'desk.morning';
const DAY_MS = 24 * 3_600_000;

/** Each morning people are reminded of what is due, and those who wish one mail a day get it. */
export const morningHandler: JobHandler = {
  kind: MORNING_JOB,
  run: async (due, now) => {
    z.strictObject({}).parse(due.payload);
    const day = siteDayOf(now);
    const call = systemCall(due, now);
    await runCommand(remindDue, { day }, { ...call, idempotencyKey: `job:${due.id}:due:${day}` });
    await runCommand(writeDigests, { day }, { ...call, idempotencyKey: `job:${due.id}:digests:${day}` });
    await bookTurn(morningOf(dayAfter(day)), now);
  },
};

/** Sees to it that there is a morning from now on. */
export async function bookMorning(now: Date): Promise<void> {
  await bookFirstTurn(morningOf(siteDayOf(now)), now);
}

/**
 * Seven o'clock on the site's clocks, whatever they do that night; the day is the key, so that two workers book one turn.
 *
 * @param day - `YYYY-MM-DD`
 */
export function morningOf(day: string): NewJob {
  const runAt = instantOf(`${day}T07:00`);
  if (runAt === null) throw new RangeError(`${day} is no calendar day`);
  return { kind: MORNING_JOB, payload: {}, runAt, uniqueKey: day };
}

/** The calendar day after another one. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}
