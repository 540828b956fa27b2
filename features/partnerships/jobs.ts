import { z } from 'zod';
import { bookFirstTurn, bookTurn } from '#features/jobs/enqueue.ts';
import type { JobHandler, NewJob } from '#features/jobs/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { systemCall } from '#features/records/jobs.ts';
import { siteDayOf, startOfSiteDay } from '#i18n/time-zone.ts';
import { completeStatus } from './commands/complete-status.ts';
import { refreshStatus } from './commands/refresh-status.ts';

const STATUS_JOB = 'partnership.refreshStatus';
const payload = z.strictObject({ from: z.string() });

/** At the beginning of each day the pages whose status changed overnight are made anew; missed days are caught up. */
export const statusHandler: JobHandler = {
  kind: STATUS_JOB,
  run: async (due, now) => {
    const { from } = payload.parse(due.payload);
    const to = siteDayOf(now);
    await runCommand(refreshStatus, { from, to }, systemCall(due, now));
    await bookTurn(turnAfter(to), now);
  },
};

/** Sees to it that statuses are followed from now on. */
export async function bookStatus(now: Date): Promise<void> {
  await bookFirstTurn(turnAfter(siteDayOf(now)), now);
}

/** Writes the course of every status that has none yet. */
export async function completeStatuses(now: Date): Promise<void> {
  const call = {
    actor: { kind: 'system', reason: STATUS_JOB } as const,
    now,
    requestId: `${STATUS_JOB}:${now.toISOString()}`,
  };
  while ((await runCommand(completeStatus, {}, call)).written > 0);
}

/** @param from - the last day whose statuses the pages show */
function turnAfter(from: string): NewJob {
  const next = siteDayOf(new Date(startOfSiteDay(from).getTime() + 36 * 3_600_000));
  return { kind: STATUS_JOB, payload: { from }, runAt: startOfSiteDay(next), uniqueKey: next };
}
