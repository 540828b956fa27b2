import { pollUntil } from './steady-load.ts';
import { openAgent, visit } from './visit.ts';

const EVERY_MS = 25;
/** What is not visible after this long is lost. */
export const LOST_AFTER_MS = 60_000;

const agent = openAgent(32);

/**
 * Waits until a word stands on a page.
 *
 * @param since - when it was acknowledged, on the clock of `performance.now()`
 * @returns how long that took, or `null` where it is lost
 */
export async function watchWord(url: string, word: string, since: number): Promise<number | null> {
  return pollUntil(
    async () => {
      const { status, text } = await visit(url, { agent });
      return status === 200 && text.includes(word) ? performance.now() - since : null;
    },
    { everyMs: EVERY_MS, withinMs: LOST_AFTER_MS },
  );
}

/** Visits all addresses, a few at a time, and gives those that did not answer 200, with what they did. */
export async function visitAll(base: string, paths: readonly string[], wanted?: ReadonlyMap<string, string>) {
  const wrong: string[] = [];
  const left = [...paths];
  async function visitOn(): Promise<void> {
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      const { failure, status, text } = await visit(base + path, { agent });
      const word = wanted?.get(path);
      if (status !== 200) wrong.push(`${path}: ${failure ?? String(status)}`);
      else if (word !== undefined && !text.includes(word)) wrong.push(`${path}: an old text`);
    }
  }
  await Promise.all(Array.from({ length: 8 }, visitOn));
  return wrong;
}
