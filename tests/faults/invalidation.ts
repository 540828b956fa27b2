import { setTimeout as sleep } from 'node:timers/promises';
import type { Lifetime } from '#scripts/up/lifetime.ts';
import { listTargets, newWord, type Target } from './rig/addresses.ts';
import { atLeast, atMost, type Bar } from './rig/bars.ts';
import { quantile } from './rig/recorder.ts';
import { openRig, type Rig } from './rig/rig.ts';
import type { FaultPlan } from './rig/run-fault.ts';
import { visitAll, watchWord } from './rig/watch-word.ts';

const COPIES = 9;
const EVERY_MS = 1000;
const KILL_EVERY = 5;
const NEAR_MS_MAX = 1000;
const FAR_MS_MAX = 5000;
const AT_LEAST = 20;

/** How long releases took to be seen at one instance. */
interface Seen {
  delays: number[];
  lost: string[];
}

/**
 * Releases a text a second and watches until it stands on its page, here and on a second pair of Next and edge, while the
 * connections that listen for releases are killed at random moments.
 */
export async function countInvalidations({ minutes, front }: FaultPlan, lifetime: Lifetime): Promise<Bar[]> {
  const rig = await openRig({ front, copies: COPIES, instances: 2 }, lifetime);
  const targets = await listTargets(rig.database);
  for (const { front: base } of rig.instances) {
    await visitAll(
      base,
      targets.map(({ path }) => path),
    );
  }
  const seen = rig.instances.map((): Seen => ({ delays: [], lost: [] }));
  const watching: Promise<void>[] = [];
  let released = 0;
  let killed = 0;
  const total = Math.round((minutes * 60_000) / EVERY_MS);
  const since = performance.now();
  for (let turn = 0; turn < total; turn += 1) {
    lifetime.asked.throwIfAborted();
    const target = targets[turn % targets.length];
    if (target === undefined) throw new Error('there is nothing to release');
    const [release, kills] = await Promise.all([
      releaseAndWatch(rig, target, { seen, watching }),
      turn % KILL_EVERY === 0 ? killListeners(rig) : 0,
    ]);
    released += release;
    killed += kills;
    await sleep(Math.max(0, since + (turn + 1) * EVERY_MS - performance.now()));
  }
  await Promise.all(watching);
  const bars = [atLeast('releases', released, AT_LEAST), atLeast('killed listeners', killed, AT_LEAST / KILL_EVERY)];
  return [...bars, ...seen.flatMap((one, index) => barsOf(one, index === 0))];
}

function barsOf({ delays, lost }: Seen, isNear: boolean): Bar[] {
  const sorted = delays.toSorted((one, other) => one - other);
  const name = isNear ? 'the first instance' : 'the second instance';
  const [p50, p95, max] = [0.5, 0.95, 1].map((share) => quantile(sorted, share).toFixed(0));
  console.log(
    `visible at ${name}: ${String(sorted.length)} releases, p50 ${p50 ?? ''} ms, p95 ${p95 ?? ''} ms, last ${max ?? ''} ms`,
  );
  for (const line of lost.slice(0, 5)) console.log(`  lost: ${line}`);
  const most = isNear ? NEAR_MS_MAX : FAR_MS_MAX;
  return [
    atLeast(`seen at ${name}`, sorted.length, AT_LEAST),
    atMost(`p95 until visible at ${name}`, quantile(sorted, 0.95), { max: most, unit: ' ms' }),
    atMost(`lost at ${name}`, lost.length, { max: 0 }),
  ];
}

interface Watch {
  seen: readonly Seen[];
  watching: Promise<void>[];
}

async function releaseAndWatch(rig: Rig, { path, record }: Target, { seen, watching }: Watch): Promise<number> {
  const word = newWord();
  const { isDone, refusal, atMs } = await rig.publisher.release(record, word);
  if (!isDone) {
    console.log(`  ${path} could not be released: ${refusal}`);
    return 0;
  }
  for (const [index, { front }] of rig.instances.entries()) {
    watching.push(watch(front + path, { word, atMs, seen: seen[index] }));
  }
  return 1;
}

async function watch(
  url: string,
  { word, atMs, seen }: { word: string; atMs: number; seen: Seen | undefined },
): Promise<void> {
  const delay = await watchWord(url, word, atMs);
  if (delay === null) seen?.lost.push(`${url} ${word}`);
  else seen?.delays.push(delay);
}

/** Ends the connections that listen, at a moment within a release or between two. */
async function killListeners({ database }: Rig): Promise<number> {
  await sleep(Math.random() * 200);
  const rows = await database.asAdmin(
    (connection) => connection`
      select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'madinatan listener'`,
  );
  return rows.length;
}
