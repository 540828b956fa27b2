import type { Visit } from './visit.ts';

/** What many visits came to. */
export interface Recorded {
  count: number;
  /** How often each status was answered, and how often each failure came instead of an answer. */
  statuses: Record<string, number>;
  /** Answers of 500 and above, and requests without an answer. */
  failed: number;
  /** Sent a second time, since the connection had been closed meanwhile. */
  repeated: number;
  p50: number;
  p99: number;
  slowest: number;
  /** The first few that failed, in words. */
  examples: string[];
}

/** Takes down what visitors met. */
export interface Recorder {
  take: (path: string, visit: Visit) => void;
  sum: () => Recorded;
}

const EXAMPLES_MAX = 5;

/** A recorder that has heard of nothing yet. */
export function openRecorder(): Recorder {
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const examples: string[] = [];
  let failed = 0;
  let repeated = 0;
  const since = performance.now();

  function take(path: string, { status, ms, failure, isRepeated }: Visit): void {
    times.push(ms);
    if (isRepeated === true) repeated += 1;
    const met = failure ?? String(status);
    statuses[met] = (statuses[met] ?? 0) + 1;
    if (status !== 0 && status < 500) return;
    failed += 1;
    const atSeconds = ((performance.now() - since) / 1000).toFixed(1);
    if (examples.length < EXAMPLES_MAX) examples.push(`${path} ${failure ?? String(status)} after ${atSeconds} s`);
  }

  function sum(): Recorded {
    const sorted = times.toSorted((one, other) => one - other);
    return {
      count: times.length,
      statuses: { ...statuses },
      failed,
      repeated,
      p50: quantile(sorted, 0.5),
      p99: quantile(sorted, 0.99),
      slowest: sorted.at(-1) ?? 0,
      examples: [...examples],
    };
  }

  return { take, sum };
}

/**
 * The value that the given share of a list does not exceed.
 *
 * @param sorted - ascending
 * @returns 0 for an empty list
 */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** What was recorded, as a line. */
export function sayRecorded(name: string, { count, statuses, repeated, p50, p99, slowest }: Recorded): string {
  const times = `p50 ${inMs(p50)}, p99 ${inMs(p99)}, slowest ${inMs(slowest)}`;
  const again = repeated === 0 ? '' : `, ${String(repeated)} sent twice`;
  return `${name}: ${String(count)} requests${again}, by status ${JSON.stringify(statuses)}, ${times}`;
}

function inMs(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}
