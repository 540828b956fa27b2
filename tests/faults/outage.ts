import { setTimeout as sleep } from 'node:timers/promises';
import type { Lifetime } from '#scripts/up/lifetime.ts';
import { inAllLanguages, listPublicPaths, listTargets, newWord, type Target } from './rig/addresses.ts';
import { atLeast, atMost, type Bar, forVisitors } from './rig/bars.ts';
import { fileNameOf } from '#platform/edge/disk-pages.ts';
import { listFiles } from './rig/footprint.ts';
import { openRecorder, quantile, type Recorder } from './rig/recorder.ts';
import { type Instance, openRig, type Rig } from './rig/rig.ts';
import type { FaultPlan } from './rig/run-fault.ts';
import { pollUntil, startLoad } from './rig/steady-load.ts';
import { visit } from './rig/visit.ts';
import { LOST_AFTER_MS, visitAll, watchWord } from './rig/watch-word.ts';

const COPIES = 24;
const CREATED = 20;
const UNVISITED = 50;
const PER_SECOND = 100;
const P99_MS_MAX = 250;
const UNKNOWN = 20;
const KEPT_WITHIN_MS = 180_000;

/** What stands on which page. */
interface Released {
  path: string;
  word: string;
}

/**
 * The database goes in the middle of the day and stays away; Next is killed and started again meanwhile. Before that, records
 * were made that the build does not know, and texts were released on pages that nobody has looked at since.
 */
export async function countOutage({ minutes, front }: FaultPlan, lifetime: Lifetime): Promise<Bar[]> {
  const rig = await openRig({ front, copies: COPIES }, lifetime);
  const [instance] = rig.instances;
  const targets = (await listTargets(rig.database)).slice(0, UNVISITED);
  const unvisited = new Set(inAllLanguages(targets.map(({ path }) => path)));
  const visited = (await listPublicPaths(rig.database)).filter((path) => !unvisited.has(path));
  const before = await visitAll(instance.front, visited);
  for (const line of before) console.log(`  before the outage, ${line}`);
  await untilKept(instance, [...visited, ...unvisited]);
  const created = await createRecords(rig);
  const paths = [...visited, ...created.map(({ path }) => path)];

  const recorder = openRecorder();
  const load = startLoad({
    base: instance.front,
    pathAt: (turn) => paths[(turn * 31) % paths.length] ?? '/',
    perSecond: PER_SECOND,
    recorder,
  });
  const released = await releaseAll(rig, targets);
  await rig.database.stopAtOnce();
  console.log(`the database is gone; ${String(released.length)} texts were released just before`);
  const away = await beAway(rig, { minutes, created, target: targets[0] }, lifetime);
  const unseen = openRecorder();
  await visitOnce(instance, released, unseen);
  await rig.database.start();
  const since = performance.now();
  console.log('the database is back');
  const delays = await Promise.all(released.map(({ path, word }) => watchWord(instance.front + path, word, since)));
  await load.stop();
  return [
    atMost('pages that did not answer 200 before the outage', before.length, { max: 0 }),
    ...forVisitors('visitors of published pages', recorder.sum(), P99_MS_MAX),
    ...away,
    atMost('pages released and not yet visited: failures', unseen.sum().failed, { max: 0 }),
    ...forReleased(released.length, delays),
  ];
}

/** The edge makes what nobody has asked for by itself; only then is there something to show of a page nobody visits. */
async function untilKept({ edge, storeDir }: Instance, paths: readonly string[]): Promise<void> {
  if (edge === null) return;
  const missing = () => {
    const files = new Set(listFiles(storeDir));
    return paths.filter((path) => !files.has(fileNameOf(path)));
  };
  const isKept = await pollUntil(async () => (missing().length === 0 ? true : null), {
    everyMs: 500,
    withinMs: KEPT_WITHIN_MS,
  });
  if (isKept === null) console.log(`  the edge does not keep ${missing().join(', ')}`);
}

function forReleased(acknowledged: number, delays: readonly (number | null)[]): Bar[] {
  const seen = delays.flatMap((delay) => delay ?? []).toSorted((one, other) => one - other);
  console.log(
    `released texts were public after: p50 ${quantile(seen, 0.5).toFixed(0)} ms, last ${quantile(seen, 1).toFixed(0)} ms`,
  );
  return [
    atLeast('texts released just before the outage', acknowledged, UNVISITED),
    atMost(`texts not public ${String(LOST_AFTER_MS / 1000)} s after it`, delays.length - seen.length, { max: 0 }),
  ];
}

/** Makes records that the build does not know, and looks at each once. */
async function createRecords({ instances: [{ front }], publisher }: Rig): Promise<Released[]> {
  const made: Released[] = [];
  for (let n = 0; n < CREATED; n += 1) {
    const [slug, word] = [`made-later-${String(n)}`, newWord()];
    const { isDone, refusal, atMs } = await publisher.create(slug, word);
    if (!isDone) throw new Error(`${slug} could not be published: ${refusal}`);
    const path = `/partnerships/${slug}`;
    if ((await watchWord(front + path, word, atMs)) === null) throw new Error(`${path} never showed its text`);
    made.push({ path, word });
  }
  return made;
}

async function releaseAll({ publisher }: Rig, targets: readonly Target[]): Promise<Released[]> {
  const released: Released[] = [];
  for (const { path, record } of targets) {
    const word = newWord();
    const { isDone, refusal } = await publisher.release(record, word);
    if (isDone) released.push({ path, word });
    else console.log(`  ${path} could not be released: ${refusal}`);
  }
  return released;
}

interface Away {
  minutes: number;
  created: readonly Released[];
  target: Target | undefined;
}

/** What happens while the database is away: Next is killed twice, somebody tries to publish, strangers ask for what is not there. */
async function beAway(rig: Rig, { minutes, created, target }: Away, { asked }: Lifetime): Promise<Bar[]> {
  const [instance] = rig.instances;
  const part = (minutes * 60_000) / 4;
  await sleep(part, undefined, { signal: asked });
  const refused = await rig.publisher.release(target?.record ?? '', newWord());
  await killAndStart(instance);
  const probes = await Promise.all(['live', 'ready'].map((probe) => visit(`${instance.direct}/api/health/${probe}`)));
  await sleep(part, undefined, { signal: asked });
  const unknown = openRecorder();
  const strange: number[] = [];
  for (let n = 0; n < UNKNOWN; n += 1) {
    const path = `/partnerships/never-heard-of-${String(n)}`;
    const answer = await visit(instance.front + path);
    unknown.take(path, answer);
    if (answer.status !== 404 && answer.status !== 503) strange.push(answer.status);
  }
  console.log(`unknown addresses meanwhile, by status: ${JSON.stringify(unknown.sum().statuses)}`);
  await sleep(part, undefined, { signal: asked });
  await killAndStart(instance);
  const wrong = await visitAll(
    instance.front,
    created.map(({ path }) => path),
    new Map(created.map(({ path, word }) => [path, word])),
  );
  for (const line of wrong) console.log(`  made after the build, ${line}`);
  await sleep(part, undefined, { signal: asked });
  const [live, ready] = probes.map(({ status }) => status);
  return [
    {
      name: 'publishing meanwhile',
      found: refused.isDone ? 'went through' : refused.refusal,
      isMet: refused.refusal === 'unavailable',
    },
    {
      name: 'probes of Next, live and ready',
      found: `${String(live)}, ${String(ready)}`,
      isMet: live === 200 && ready === 503,
    },
    atMost('pages made after the build that are not there with the newest text', wrong.length, { max: 0 }),
    atMost('unknown addresses answered neither 404 nor 503', strange.length, { max: 0 }),
  ];
}

async function killAndStart({ next }: Instance): Promise<void> {
  await next.kill();
  await next.start();
  console.log('Next was killed and started again');
}

async function visitOnce({ front }: Instance, pages: readonly Released[], recorder: Recorder): Promise<void> {
  for (const { path } of pages) recorder.take(path, await visit(front + path));
}
