import { setTimeout as sleep } from 'node:timers/promises';
import { listen } from '#db/client.ts';
import { logUnexpected } from '#platform/log.ts';
import { keepBeat } from './internal/keep-beat.ts';
import type { JobHandler } from './model.ts';
import { nextRunAt, runDueJob } from './run-due.ts';

/** A message may be lost with its connection, so the table is looked at this often anyway. */
const LOOK_MS = 15_000;
const RETRY_MS = 2000;

/** So many jobs a worker does side by side: most of a job is waiting for the database, and a long one keeps no other back. */
const LANES = 4;

/** Does jobs as they come due until `signal` says stop; the jobs at hand are finished first. Survives an absent database. */
export async function work(handlers: readonly JobHandler[], signal: AbortSignal): Promise<void> {
  const alarms = Array.from({ length: LANES }, () => new AbortController());
  const wake = () => alarms.forEach((alarm) => alarm.abort());
  const listener = listen('jobs', wake, wake);
  signal.addEventListener('abort', wake);
  const beating = keepBeat(signal);

  async function workInLane(lane: number): Promise<void> {
    while (!signal.aborted) {
      const alarm = new AbortController();
      alarms[lane] = alarm;
      const waitMs = await workOnce(handlers, signal);
      // A wake-up between the last look and here has already ended the alarm, so the wait ends at once.
      await sleep(waitMs, undefined, { signal: AbortSignal.any([alarm.signal, signal]) }).catch(() => undefined);
    }
  }

  await Promise.all(alarms.map((_alarm, lane) => workInLane(lane)));
  await Promise.all([listener.close(), beating]);
}

async function workOnce(handlers: readonly JobHandler[], signal: AbortSignal): Promise<number> {
  try {
    while (!signal.aborted && (await runDueJob(handlers, () => new Date()))) continue;
    const next = await nextRunAt();
    return next === null ? LOOK_MS : Math.min(Math.max(next.getTime() - Date.now(), 0), LOOK_MS);
  } catch (thrown) {
    logUnexpected(thrown);
    return RETRY_MS;
  }
}
