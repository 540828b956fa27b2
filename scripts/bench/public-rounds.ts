import type { Lifetime } from '#scripts/up/lifetime.ts';
import type { Contender, Variant } from './contenders.ts';
import { cpuMsOf } from './cpu-time.ts';
import { CAN_PIN, runLoad } from './run-load.ts';

/** What one round showed. */
export interface Round {
  perSecond: number;
  /** Microseconds of processor time a request; `null` where the system does not tell. */
  cpuMicros: number | null;
  p99Ms: number;
}

/** How each round is run. */
export interface RoundPlan {
  rounds: number;
  seconds: number;
  connections: number;
}

/** A contender and what it sends. */
export interface Entry extends Variant {
  contender: Contender;
}

/** Measures all entries in turns within each round, so that all of them meet the same disturbances. */
export async function measureInTurns(
  entries: readonly Entry[],
  plan: RoundPlan,
  lifetime: Lifetime,
): Promise<Map<Entry, Round[]>> {
  const results = new Map<Entry, Round[]>(entries.map((entry) => [entry, []]));
  for (const entry of entries) await measure(entry, { ...plan, seconds: 1 }, lifetime);
  for (let round = 0; round < plan.rounds; round += 1) {
    // Whoever comes second finds a warmer machine, so they take turns at that as well.
    for (const entry of round % 2 === 0 ? entries : entries.toReversed()) {
      results.get(entry)?.push(await measure(entry, plan, lifetime));
    }
  }
  return results;
}

/**
 * Measures one entry once.
 *
 * @throws Error where anything but 200 was answered
 */
export async function measure(
  { contender, encoding }: Entry,
  { connections, seconds }: RoundPlan,
  { asked }: Lifetime,
): Promise<Round> {
  const { base, name, path, pid } = contender;
  const before = cpuMsOf(pid);
  const load = { base, paths: [path], seconds, connections, encoding, isPinned: CAN_PIN };
  const { answers, failed, p99Ms, seconds: took } = await runLoad(load, asked);
  const after = cpuMsOf(pid);
  if (failed > 0 || answers === 0) throw new Error(`${name}, ${path}: ${String(failed)} of ${String(answers)} failed`);
  const cpuMicros = before === null || after === null ? null : ((after - before) * 1000) / answers;
  return { perSecond: answers / took, cpuMicros, p99Ms };
}

/** The medians of some rounds. */
export function medians(all: readonly Round[]): Round {
  const times = all.flatMap(({ cpuMicros }) => cpuMicros ?? []);
  return {
    perSecond: median(all.map(({ perSecond }) => perSecond)),
    cpuMicros: times.length === 0 ? null : median(times),
    p99Ms: median(all.map(({ p99Ms }) => p99Ms)),
  };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
