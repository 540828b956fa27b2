import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const ASK_AGAIN_MS = 100;
const ANSWER_MS_MAX = 30_000;

/**
 * Waits until an address answers with anything but a failure of the server.
 *
 * @throws Error with the last answer when time is up, and the reason of the abort
 */
export async function waitForAnswer(url: string, asked: AbortSignal, timeoutMs = 60_000): Promise<void> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    asked.throwIfAborted();
    const status = await ask(url);
    if (status !== null && status < 500) return;
    if (performance.now() > until) {
      const answer = status === null ? 'does not answer' : `answers with status ${String(status)}`;
      throw new Error(`${url} ${answer}; if there is a reason, it stands above.`);
    }
    await sleep(ASK_AGAIN_MS);
  }
}

/** The status of the answer, `null` where there is none. No connection stays open: the server would wait for it at its end. */
async function ask(url: string): Promise<number | null> {
  return new Promise((resolve) => {
    const request = get(url, { agent: false, timeout: ANSWER_MS_MAX }, (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => {
      resolve(null);
    });
  });
}
