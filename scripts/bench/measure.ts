import { setTimeout as sleep } from 'node:timers/promises';

/** How long something took, in milliseconds, over many tries. */
export interface Times {
  p50: number;
  p95: number;
}

/** Makes ready what one try needs, which is not timed, and gives the try. */
export type Work = (round: number) => Promise<() => Promise<unknown>>;

/** Runs each of several works in turn, so that all of them meet the same disturbances, and times each. */
export async function timeInTurn(rounds: number, works: Record<string, Work>): Promise<Record<string, Times>> {
  const taken = new Map<string, number[]>();
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, work] of Object.entries(works)) {
      const attempt = await work(round);
      const began = performance.now();
      await attempt();
      taken.set(name, [...(taken.get(name) ?? []), performance.now() - began]);
    }
  }
  return Object.fromEntries([...taken].map(([name, all]) => [name, timesOf(all)]));
}

/**
 * Times something that several do at once, each again and again after a pause, as long as it takes.
 *
 * @param attempts - how often each does it
 * @param makeReady - what one try of one of them needs, which is not timed; it gives the try
 */
export async function timeTogether(
  { people, attempts, pauseMs }: { people: number; attempts: number; pauseMs: number },
  makeReady: (person: number, attempt: number) => Promise<() => Promise<unknown>>,
): Promise<Times> {
  const taken: number[] = [];
  const work = async (person: number) => {
    // Nobody begins in the same moment, unless there is no pause at all.
    await sleep((pauseMs * person) / people);
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const act = await makeReady(person, attempt);
      const began = performance.now();
      await act();
      taken.push(performance.now() - began);
      await sleep(pauseMs);
    }
  };
  await Promise.all(Array.from({ length: people }, (_, person) => work(person)));
  return timesOf(taken);
}

/** The median and the time that one try in twenty exceeds. */
function timesOf(taken: readonly number[]): Times {
  const sorted = taken.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}
