import { setTimeout as sleep } from 'node:timers/promises';
import { logUnexpected } from '#platform/log.ts';

const RETRY_MS = 2000;

/** Tries until it works or somebody says stop: the worker may be started before the database. */
export async function untilReady(attempt: () => Promise<void>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await attempt();
      return;
    } catch (thrown) {
      logUnexpected(thrown);
      await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}
