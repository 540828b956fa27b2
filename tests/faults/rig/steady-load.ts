import { setTimeout as sleep } from 'node:timers/promises';
import type { Recorder } from './recorder.ts';
import { openAgent, type Visit, visit } from './visit.ts';

/** Visitors who come at a steady pace, whatever they are answered. */
export interface SteadyLoad {
  base: string;
  /** The address asked for as the nth. */
  pathAt: (turn: number) => string;
  perSecond: number;
  recorder: Recorder;
  /** Ends by itself after so many; without it when stopped. */
  count?: number;
  onVisit?: (path: string, visit: Visit) => void;
}

/** A load that is under way. */
export interface RunningLoad {
  /** Resolves when the last visitor was answered. */
  done: Promise<void>;
  stop: () => Promise<void>;
}

/** So many that nobody waits for a connection before being counted. */
const SOCKETS = 1024;

/** Lets visitors come; a slow answer holds nobody back, so that waiting is seen in the times and not hidden by fewer requests. */
export function startLoad({ base, pathAt, perSecond, recorder, count, onVisit }: SteadyLoad): RunningLoad {
  const agent = openAgent(SOCKETS);
  const open = new Set<Promise<void>>();
  const stopping = new AbortController();

  async function one(path: string): Promise<void> {
    const answer = await visit(base + path, { agent });
    recorder.take(path, answer);
    onVisit?.(path, answer);
  }

  async function run(): Promise<void> {
    const since = performance.now();
    for (let turn = 0; turn < (count ?? Number.POSITIVE_INFINITY) && !stopping.signal.aborted; turn += 1) {
      const early = since + (turn * 1000) / perSecond - performance.now();
      if (early > 1) await sleep(early, undefined, { signal: stopping.signal }).catch(() => undefined);
      const visiting = one(pathAt(turn)).finally(() => open.delete(visiting));
      open.add(visiting);
    }
    await Promise.all(open);
    agent.destroy();
  }

  const done = run();
  return {
    done,
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

/** Asks until an answer is as wanted; `null` when time is up. */
export async function pollUntil<T>(
  attempt: () => Promise<T | null>,
  { everyMs, withinMs }: { everyMs: number; withinMs: number },
): Promise<T | null> {
  const until = performance.now() + withinMs;
  for (;;) {
    const found = await attempt();
    if (found !== null || performance.now() > until) return found;
    await sleep(everyMs);
  }
}
