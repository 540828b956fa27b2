import { setTimeout as sleep } from 'node:timers/promises';
import { LOAD_CLIENT, runLoad } from '#scripts/bench/run-load.ts';
import type { Lifetime } from '#scripts/up/lifetime.ts';
import { listTargets, newWord, type Target } from './rig/addresses.ts';
import { atLeast, atMost, type Bar } from './rig/bars.ts';
import { type Instance, openRig, type Rig } from './rig/rig.ts';
import type { FaultPlan } from './rig/run-fault.ts';
import type { Executed } from './rig/statement-counter.ts';
import { visit } from './rig/visit.ts';
import { LOST_AFTER_MS, watchWord } from './rig/watch-word.ts';

const COPIES = 9;
const HOT = 10;
const LIST = '/partnerships';
const CONNECTIONS = 200;
const RELEASE_EVERY_MS = 100;
const P99_MS_MAX = 1000;

/** A page of the crowd, and what makes it out of date. */
interface HotPage {
  path: string;
  tags: ReadonlySet<string>;
}

/** How often a page was put out of date, and how often it was made. */
interface Reads extends HotPage {
  marked: number;
  reads: number;
}

/**
 * 200 connections ask for the ten hottest pages and the list as fast as they are answered, while ten releases a second put
 * these out of date. Each page may read the database once for each time it was marked, and once more.
 */
export async function countStampede({ minutes, front }: FaultPlan, lifetime: Lifetime): Promise<Bar[]> {
  const rig = await openRig({ front, copies: COPIES }, lifetime);
  const [instance] = rig.instances;
  const targets = (await listTargets(rig.database)).slice(0, HOT);
  const pages = await Promise.all(
    [LIST, ...targets.map(({ path }) => path)].map((path) => readHotPage(instance, path)),
  );
  const before = pages.map(({ path }) => countReads(instance, path));
  const seconds = Math.ceil(minutes * 60);
  const [crowd, releases] = await Promise.all([
    runLoad(
      {
        base: instance.front,
        paths: pages.map(({ path }) => path),
        seconds,
        connections: CONNECTIONS,
        encoding: 'gzip',
      },
      lifetime.asked,
    ),
    releaseOn(rig, targets, seconds),
  ]);
  const lost = await countLost(instance, releases.last);
  const reads = pages.map(
    (page, index): Reads => ({
      ...page,
      marked: countMarks(page, releases.marked),
      reads: countReads(instance, page.path) - (before[index] ?? 0),
    }),
  );
  for (const { path, marked, reads: count } of reads)
    console.log(`  ${path}: marked ${String(marked)} times, read ${String(count)} times`);
  console.log(
    `${LOAD_CLIENT}, ${String(CONNECTIONS)} connections: ${String(crowd.answers)} answers in ${crowd.seconds.toFixed(0)} s, ` +
      `p99 ${crowd.p99Ms.toFixed(0)} ms; ${String(releases.count)} releases, ${String(releases.refused)} refused`,
  );
  return [
    atLeast('answers', crowd.answers, seconds * 100),
    atMost('answers other than 200, or none', crowd.failed, { max: 0 }),
    atMost('p99', crowd.p99Ms, { max: P99_MS_MAX, unit: ' ms' }),
    atLeast('releases', releases.count, seconds * (1000 / RELEASE_EVERY_MS) * 0.9),
    atLeast('pages read anew at least once', reads.filter((page) => page.reads > 0).length, pages.length),
    ...forReads(reads),
    atMost(`pages without their newest text after ${String(LOST_AFTER_MS / 1000)} s`, lost, { max: 0 }),
  ];
}

function forReads(reads: readonly Reads[]): Bar[] {
  const above = reads.filter((page) => page.reads > page.marked + 1);
  return [atMost('pages read more often than marked, and once more', above.length, { max: 0 })];
}

/** What Next says of a page; a first visit at the front lets the edge keep it. */
async function readHotPage({ direct, front }: Instance, path: string): Promise<HotPage> {
  await visit(front + path);
  const { text } = await visit(direct + path);
  const meta = /<meta [^>]*name="page-tags"[^>]*>/u.exec(text)?.[0] ?? '';
  const tags = /content="([^"]*)"/u.exec(meta)?.[1]?.split(' ') ?? [];
  if (tags.length === 0) throw new Error(`${path} names no tags`);
  return { path, tags: new Set(tags) };
}

/** How many releases marked a tag of a page: each marks its record and the list, once. */
function countMarks({ tags }: HotPage, marked: ReadonlyMap<string, number>): number {
  return [...marked].reduce((sum, [tag, count]) => (tags.has(tag) ? sum + count : sum), 0);
}

/** How often the main statement of an Arabic page was carried out: a page does so once a render. */
function countReads({ statements }: Instance, path: string): number {
  const slug = path.split('/').at(2);
  return [...statements.executed().values()]
    .filter((one) => (slug === undefined ? isListRead(one) : isPageRead(one, slug)))
    .reduce((sum, { count }) => sum + count, 0);
}

function isPageRead({ text, params }: Executed, slug: string): boolean {
  return /from "partnership" inner join "partnership_text"/u.test(text) && params[0] === slug && params[1] === 'ar';
}

function isListRead({ text, params }: Executed): boolean {
  const isAll = text.includes('"nearest" on true order by "nearest"."title"');
  return isAll && text.includes('from "partnership" inner join lateral') && params[0] === 'ar';
}

/** Releases at a steady pace, whatever the answers. */
async function releaseOn({ publisher }: Rig, targets: readonly Target[], seconds: number) {
  const last = new Map<string, string>();
  const marked = new Map<string, number>();
  const turns = Array.from({ length: (seconds * 1000) / RELEASE_EVERY_MS }, (_, turn) => turn);
  const lines: Promise<void>[] = [];
  let count = 0;
  let refused = 0;

  async function releaseAfter(before: Promise<void> | undefined, { path, record }: Target): Promise<void> {
    await before;
    const word = newWord();
    const { isDone } = await publisher.release(record, word);
    if (!isDone) {
      refused += 1;
      return;
    }
    count += 1;
    last.set(path, word);
    for (const tag of [`record:${record}`, 'list:partnership']) marked.set(tag, (marked.get(tag) ?? 0) + 1);
  }

  const since = performance.now();
  for (const turn of turns) {
    await sleep(Math.max(0, since + turn * RELEASE_EVERY_MS - performance.now()));
    const index = turn % targets.length;
    const target = targets[index];
    if (target === undefined) continue;
    // Two releases of one record at once would be a conflict, which is not what is tried here.
    lines[index] = releaseAfter(lines[index], target);
  }
  await Promise.all(lines);
  return { count, refused, last, marked };
}

async function countLost({ front }: Instance, last: ReadonlyMap<string, string>): Promise<number> {
  const now = performance.now();
  const delays = await Promise.all([...last].map(([path, word]) => watchWord(front + path, word, now)));
  return delays.filter((delay) => delay === null).length;
}
