import { setTimeout as sleep } from 'node:timers/promises';
import type { Lifetime } from '#scripts/up/lifetime.ts';
import { listPublicPaths, listTargets, newWord, type Target } from './rig/addresses.ts';
import { atLeast, atMost, type Bar, forVisitors } from './rig/bars.ts';
import { openRecorder, type Recorder } from './rig/recorder.ts';
import { type Instance, needEdge, openRig, type Rig } from './rig/rig.ts';
import type { FaultPlan } from './rig/run-fault.ts';
import { startLoad } from './rig/steady-load.ts';
import { openAgent, visit } from './rig/visit.ts';
import { LOST_AFTER_MS, visitAll, watchWord } from './rig/watch-word.ts';

const COPIES = 8;
const PER_SECOND = 50;
const P99_MS_MAX = 250;
const BACK_MS_MAX = 5000;

/** What the cycles came to. */
interface Count {
  cycles: number;
  nextKills: number;
  edgeKills: number;
  released: number;
  lost: number;
  /** Pages that an edge alone, without Next and database, did not show with the newest text. */
  wrongAlone: string[];
  /** How long an edge that was killed did not answer. */
  awayMs: number[];
}

/**
 * Kills Next, the edge, and both with the database, over and over: a killed Next is not noticed, a killed edge is back soon with
 * every page it had, and what was released around the kill becomes public.
 */
export async function countRestarts({ minutes, front }: FaultPlan, lifetime: Lifetime): Promise<Bar[]> {
  const rig = await openRig({ front, copies: COPIES }, lifetime);
  const [instance] = rig.instances;
  const targets = await listTargets(rig.database);
  const paths = await listPublicPaths(rig.database);
  const before = await visitAll(instance.front, paths);
  for (const line of before) console.log(`  before the kills, ${line}`);
  const count: Count = { cycles: 0, nextKills: 0, edgeKills: 0, released: 0, lost: 0, wrongAlone: [], awayMs: [] };
  const visitors = openRecorder();
  const until = performance.now() + minutes * 60_000;
  while (performance.now() < until || count.cycles === 0) {
    lifetime.asked.throwIfAborted();
    const target = targets[count.cycles % targets.length];
    if (target === undefined) throw new Error('there is nothing to release');
    await killNext({ rig, paths, target, count, visitors });
    await killEdge({ rig, paths, target, count, visitors });
    await leaveAlone({ rig, paths, target, count, visitors });
    count.cycles += 1;
  }
  console.log(
    `${String(count.cycles)} cycles, an edge was away for ${count.awayMs.map((ms) => ms.toFixed(0)).join(', ')} ms`,
  );
  for (const line of count.wrongAlone.slice(0, 10)) console.log(`  without Next and database, ${line}`);
  return [
    atMost('pages that did not answer 200 before the kills', before.length, { max: 0 }),
    ...forVisitors('visitors while Next was killed', visitors.sum(), P99_MS_MAX),
    atLeast('kills of Next', count.nextKills, 1),
    atLeast('kills of the edge', count.edgeKills, 2),
    atMost('the longest time without an edge', Math.max(...count.awayMs), { max: BACK_MS_MAX, unit: ' ms' }),
    atMost('pages not shown by an edge alone with the newest text', count.wrongAlone.length, { max: 0 }),
    atLeast('texts released around the kills', count.released, 4),
    atMost(`of these not public after ${String(LOST_AFTER_MS / 1000)} s`, count.lost, { max: 0 }),
  ];
}

interface Cycle {
  rig: Rig;
  paths: readonly string[];
  target: Target;
  count: Count;
  visitors: Recorder;
}

/** A release, and Next dies at the moment it is acknowledged. */
async function killNext({ rig, paths, target, count, visitors }: Cycle): Promise<void> {
  const [instance] = rig.instances;
  const load = startLoad({
    base: instance.front,
    pathAt: (turn) => paths[(turn * 31) % paths.length] ?? '/',
    perSecond: PER_SECOND,
    recorder: visitors,
  });
  const [before, after] = [newWord(), newWord()];
  await release(rig, target, { word: before, count });
  await instance.next.kill();
  count.nextKills += 1;
  await release(rig, target, { word: after, count });
  await sleep(1000);
  await instance.next.start();
  await expectWord(instance, { path: target.path, word: after, count });
  await load.stop();
}

/** A release, and the edge dies at the moment it is acknowledged; another one while it is away. */
async function killEdge({ rig, target, count }: Cycle): Promise<void> {
  const [instance] = rig.instances;
  const [before, after] = [newWord(), newWord()];
  await release(rig, target, { word: before, count });
  await needEdge(instance).kill();
  await release(rig, target, { word: after, count });
  await startEdge(instance, count);
  await expectWord(instance, { path: target.path, word: after, count });
}

/** Everything dies, and the edge alone comes back. */
async function leaveAlone({ rig, paths, target, count }: Cycle): Promise<void> {
  const [instance] = rig.instances;
  const word = newWord();
  await release(rig, target, { word, count });
  await expectWord(instance, { path: target.path, word, count });
  await rig.database.stopAtOnce();
  await Promise.all([needEdge(instance).kill(), instance.next.kill()]);
  await startEdge(instance, count);
  count.wrongAlone.push(...(await visitAll(instance.front, paths, new Map([[target.path, word]]))));
  await rig.database.start();
  await instance.next.start();
}

async function startEdge(instance: Instance, count: Count): Promise<void> {
  const since = performance.now();
  const agent = openAgent(1);
  await needEdge(instance).start();
  const { status } = await visit(`${instance.front}/`, { agent });
  agent.destroy();
  if (status !== 200) count.wrongAlone.push(`/: ${String(status)} as the first answer`);
  count.awayMs.push(performance.now() - since);
  count.edgeKills += 1;
}

async function release(rig: Rig, { record }: Target, { word, count }: { word: string; count: Count }): Promise<void> {
  const { isDone, refusal } = await rig.publisher.release(record, word);
  if (!isDone) throw new Error(`a text could not be released: ${refusal}`);
  count.released += 1;
}

async function expectWord(
  { front }: Instance,
  { path, word, count }: { path: string; word: string; count: Count },
): Promise<void> {
  const delay = await watchWord(front + path, word, performance.now());
  if (delay === null) count.lost += 1;
}
