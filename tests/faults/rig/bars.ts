import { sayRecorded, type Recorded } from './recorder.ts';

/** One thing that must hold. */
export interface Bar {
  name: string;
  /** What was found, in words. */
  found: string;
  isMet: boolean;
  /** About how long something took, which a machine that does other work decides as well. */
  isTimed?: boolean;
}

/** What was found is at most so much. */
export function atMost(name: string, value: number, { max, unit = '' }: { max: number; unit?: string }): Bar {
  const found = `${round(value)}${unit} (at most ${String(max)}${unit})`;
  return { name, found, isMet: value <= max, isTimed: unit === ' ms' };
}

/** So much happened at least: a run in which nothing was tried proves nothing. */
export function atLeast(name: string, value: number, min: number): Bar {
  return { name, found: `${round(value)} (at least ${String(min)})`, isMet: value >= min };
}

/** The bars for visitors of published pages: no failure, and quick. */
export function forVisitors(name: string, recorded: Recorded, p99Ms: number): Bar[] {
  const { count, examples, failed, p99 } = recorded;
  console.log(sayRecorded(name, recorded));
  for (const example of examples) console.log(`  failed: ${example}`);
  return [
    atLeast(`${name}: requests`, count, 100),
    atMost(`${name}: answers of 500 and above, or none`, failed, { max: 0 }),
    atMost(`${name}: p99`, p99, { max: p99Ms, unit: ' ms' }),
  ];
}

/** Writes all bars; gives the exit code. */
export function judgeBars(bars: readonly Bar[]): number {
  for (const { name, found, isMet } of bars) console.log(`${isMet ? 'met   ' : 'MISSED'} ${name}: ${found}`);
  return bars.length > 0 && bars.every(({ isMet }) => isMet) ? 0 : 1;
}

/**
 * Writes all bars and, as the last line, whether they were met; gives the exit code.
 *
 * @param isUntimed - how long things took is told and does not count
 */
export function judge(name: string, all: readonly Bar[], isUntimed: boolean): number {
  const bars = all.filter(({ isTimed }) => !isUntimed || isTimed !== true);
  for (const bar of all) if (!bars.includes(bar)) console.log(`seen   ${bar.name}: ${bar.found}`);
  const code = judgeBars(bars);
  const missed = bars.filter(({ isMet }) => !isMet);
  if (code === 0) console.log(`ok ${name}: ${String(bars.length)} bars met`);
  else console.log(`FAILED ${name}: ${String(missed.length)} of ${String(bars.length)} bars missed`);
  return code;
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
