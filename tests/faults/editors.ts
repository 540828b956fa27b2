import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { migrate } from '#db/migrate.ts';
import type { Content } from '#features/records/model.ts';
import { childEnvironment } from '#platform/env.ts';
import { startCluster } from '#platform/postgres/cluster.ts';
import { type DatabaseEnvironment, prepareDatabase } from '#platform/postgres/prepare-database.ts';
import { contentWith, type Order, type Outcome, type Task, tokenIn } from './editors-words.ts';
import { findFlaws, sumOf } from './kill-check.ts';
import { atLeast, atMost, type Bar } from './rig/bars.ts';
import { quantile } from './rig/recorder.ts';

/** What to try. */
export interface EditorsPlan {
  writers: number;
  rounds: number;
  processes: number;
  onRound?: (round: number) => void;
}

interface Count {
  sent: number;
  won: { token: string; rev: number; path: Task['path'] }[];
  merges: number;
  conflicts: number;
  settled: string[];
  sentAgain: number;
  ms: number[];
  /** What was not as it must be, by what it is. */
  crowded: number;
  lostTexts: string[];
  untrueConflicts: string[];
  wrongHeads: string[];
}

const NAME = 'edited';
/** Of so many rounds, one has writers on three places; the others have all on one. */
const MIXED_EVERY = 2;
const SETTLE_EVERY = 10;

/**
 * Many editors write one text over and over, all from the same version at the same moment, in several processes: on one place of
 * it, and in every second round on three. Now and then one who lost gives in. The cluster is one of its own.
 */
export async function countEditors(plan: EditorsPlan): Promise<Bar[]> {
  // Of this name, the next run of the tests removes what an interrupted one leaves.
  const dataDir = mkdtempSync(path.join(tmpdir(), `madinatan-test-${String(process.pid)}-`));
  const cluster = await startCluster({ dataDir, fsync: false });
  const children: ChildProcess[] = [];
  const admin = postgres(cluster.url(NAME), { max: 1, onnotice: () => undefined });
  try {
    const { environment, openLogins } = await prepareDatabase(cluster, NAME);
    await migrate({ ownerUrl: environment.DATABASE_URL_OWNER });
    await openLogins();
    const { record, content } = await makeRecord(environment);
    for (let at = 0; at < plan.processes; at += 1) children.push(await startWriter(environment));
    const count = await writeAll(plan, { children, admin, record, content });
    return await judgeAll(plan, { count, admin, record });
  } finally {
    for (const child of children) child.kill('SIGKILL');
    await admin.end({ timeout: 1 });
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Desk {
  children: readonly ChildProcess[];
  admin: postgres.Sql;
  record: string;
  content: Content;
}

async function writeAll({ writers, rounds, onRound }: EditorsPlan, desk: Desk): Promise<Count> {
  const count: Count = {
    sent: 0,
    won: [],
    merges: 0,
    conflicts: 0,
    settled: [],
    sentAgain: 0,
    ms: [],
    crowded: 0,
    lostTexts: [],
    untrueConflicts: [],
    wrongHeads: [],
  };
  let { content } = desk;
  let baseRev = 1;
  for (let round = 1; round <= rounds; round += 1) {
    const tasks = Array.from({ length: writers }, (_, writer) => taskOf(round, writer, writers));
    const outcomes = await writeRound(desk, { baseRev, content, tasks });
    const next = countRound(count, { outcomes, content, baseRev });
    [content, baseRev] = [next.content, next.rev];
    if (round % SETTLE_EVERY === 0) baseRev = await settleOne(desk, { count, outcomes, round: { content, baseRev } });
    await lookAtHead(desk, { count, content, baseRev });
    onRound?.(round);
  }
  return count;
}

function taskOf(round: number, writer: number, writers: number): Task {
  const token = `tok-${String(round)}-${String(writer)}`;
  if (round % MIXED_EVERY !== 0) return { token, path: 'lead' };
  return { token, path: writer === writers - 1 ? 'title' : writer === writers - 2 ? 'body.b1' : 'lead' };
}

async function writeRound(
  { children, record }: Desk,
  { baseRev, content, tasks }: { baseRev: number; content: Content; tasks: readonly Task[] },
): Promise<Outcome[]> {
  const answers = children.map((child, at) => {
    const own = tasks.filter((_task, writer) => writer % children.length === at);
    return ask(child, { word: 'write', record, baseRev, content, tasks: own });
  });
  return (await Promise.all(answers)).flat();
}

interface Round {
  outcomes: readonly Outcome[];
  /** What all began from. */
  content: Content;
  baseRev: number;
}

/** Counts a round; gives what must stand at the head now. */
function countRound(count: Count, round: Round): { content: Content; rev: number } {
  const { outcomes, content, baseRev } = round;
  const won = winnersOf(outcomes);
  const places = new Set(outcomes.map((one) => one.path));
  const expected = Array.from({ length: places.size }, (_, at) => baseRev + at + 1);
  if (JSON.stringify(won.map(({ rev }) => rev)) !== JSON.stringify(expected)) count.crowded += 1;
  count.sent += outcomes.length;
  count.won.push(...won);
  count.merges += outcomes.filter(({ isMerge }) => isMerge).length;
  count.ms.push(...outcomes.map(({ ms }) => ms));
  count.sentAgain += outcomes.reduce((sum, { sentAgain }) => sum + sentAgain, 0);
  const lost = outcomes.filter(({ rev }) => rev === null);
  count.conflicts += lost.length;
  count.lostTexts.push(...lost.filter((one) => tokenIn(one.conflict?.mine) !== one.token).map(({ token }) => token));
  count.untrueConflicts.push(...lost.filter((one) => !isTrue(one, { won, content })).map(({ token }) => token));
  const next = won.reduce((before, { token, path: place }) => contentWith(before, { token, path: place }), content);
  return { content: next, rev: won.at(-1)?.rev ?? baseRev };
}

type Winner = Count['won'][number];

function winnersOf(outcomes: readonly Outcome[]): Winner[] {
  return outcomes
    .flatMap(({ rev, token, path: place }) => (rev === null ? [] : [{ token, rev, path: place }]))
    .toSorted((one, other) => one.rev - other.rev);
}

/** Whether somebody who lost was shown what all began from, and the text of whoever won. */
function isTrue(
  { path: place, conflict }: Outcome,
  { won, content }: { won: readonly Winner[]; content: Content },
): boolean {
  const winner = won.find((one) => one.path === place)?.token;
  const was = tokenIn(content[place === 'body.b1' ? 'body' : place]);
  return tokenIn(conflict?.theirs) === winner && tokenIn(conflict?.base) === was;
}

interface Settling {
  count: Count;
  outcomes: readonly Outcome[];
  round: { content: Content; baseRev: number };
}

/** Somebody who lost takes the text of the others: their own must be kept all the same. */
async function settleOne({ children, record, admin }: Desk, { count, outcomes, round }: Settling): Promise<number> {
  const loser = outcomes.find(({ conflict }) => conflict !== null);
  const [child] = children;
  if (loser === undefined || child === undefined) return round.baseRev;
  const from = Math.min(...outcomes.flatMap(({ rev }) => (rev === null ? [] : [rev]))) - 1;
  const [row] = await admin<{ content: Content }[]>`
    select content from revision where record_id = ${record} and scope = 'ar' and n = ${from}`;
  const task: Task = { token: loser.token, path: loser.path };
  const content = row?.content ?? {};
  const [settled] = await ask(child, {
    word: 'settle',
    record,
    baseRev: from,
    content,
    task,
    against: round.baseRev,
  });
  if (settled?.rev === undefined || settled.rev === null) throw new Error('a conflict could not be settled');
  count.settled.push(loser.token);
  return settled.rev;
}

async function lookAtHead(
  { admin, record }: Desk,
  { count, content, baseRev }: { count: Count; content: Content; baseRev: number },
): Promise<void> {
  const [head] = await admin<{ content: Content; rev: number }[]>`
    select content, head_rev as rev from unit where record_id = ${record} and scope = 'ar'`;
  const places = (one: Content | undefined) => ['title', 'lead', 'body'].map((name) => tokenIn(one?.[name])).join(' ');
  if (head?.rev !== baseRev || places(head.content) !== places(content)) count.wrongHeads.push(places(head?.content));
}

async function judgeAll(
  { writers, rounds }: EditorsPlan,
  { count, admin, record }: { count: Count; admin: postgres.Sql; record: string },
): Promise<Bar[]> {
  const rows = await admin<{ n: number; content: Content }[]>`
    select n, content from revision where record_id = ${record} and scope = 'ar' order by n`;
  const byNumber = new Map(rows.map(({ n, content }) => [n, JSON.stringify(content)]));
  const notThere = count.won.filter(({ token, rev }) => !(byNumber.get(rev) ?? '').includes(`"${token}"`));
  const all = [...byNumber.values()].join('\n');
  const givenUp = count.settled.filter((token) => !all.includes(`"${token}"`));
  const gaps = rows.filter(({ n }, at) => n !== at + 1).length;
  const flaws = await findFlaws(admin);
  const sorted = count.ms.toSorted((one, other) => one - other);
  console.log(
    `${String(count.sent)} texts: ${String(count.won.length)} written, ${String(count.merges)} of them merged, ` +
      `${String(count.conflicts)} handed back as conflicts, ${String(count.settled.length)} of these settled, ` +
      `${String(count.sentAgain)} sent again to a busy database; ${String(rows.length)} revisions; ` +
      `an answer took ${quantile(sorted, 0.5).toFixed(0)} ms (p50), ${quantile(sorted, 0.99).toFixed(0)} ms (p99)`,
  );
  if (sumOf(flaws) > 0) console.log(flaws);
  for (const line of [...count.lostTexts, ...count.untrueConflicts].slice(0, 5)) console.log(`  ${line}`);
  return [
    atLeast('texts sent', count.sent, writers * rounds),
    atLeast('conflicts', count.conflicts, rounds),
    atLeast('merges', count.merges, Math.floor(rounds / MIXED_EVERY)),
    atLeast('conflicts settled by giving in', count.settled.length, Math.floor(rounds / SETTLE_EVERY)),
    atMost('rounds with more or fewer winners than places', count.crowded, { max: 0 }),
    atMost('texts neither written nor handed back', count.sent - count.won.length - count.conflicts, { max: 0 }),
    atMost('written texts that are not in their revision', notThere.length, { max: 0 }),
    atMost('conflicts that do not give the writer’s text back', count.lostTexts.length, { max: 0 }),
    atMost('conflicts whose other two texts are not true', count.untrueConflicts.length, { max: 0 }),
    atMost('texts given up in a conflict that are in no revision', givenUp.length, { max: 0 }),
    atMost('numbers missing in the history', gaps, { max: 0 }),
    atMost('rounds after which the head was not what was written last', count.wrongHeads.length, { max: 0 }),
    atMost('things half-written', sumOf(flaws), { max: 0 }),
  ];
}

function start(environment: DatabaseEnvironment, args: string[]): ChildProcess {
  const script = fileURLToPath(new URL('editors-writer.ts', import.meta.url));
  return fork(script, args, {
    execArgv: ['--conditions=react-server', '--import', 'tsx'],
    env: childEnvironment({ ...environment, NODE_OPTIONS: undefined }),
  });
}

async function startWriter(environment: DatabaseEnvironment): Promise<ChildProcess> {
  const child = start(environment, []);
  await once(child, 'message');
  return child;
}

async function makeRecord(environment: DatabaseEnvironment): Promise<{ record: string; content: Content }> {
  const child = start(environment, ['make']);
  const [made] = await once(child, 'message');
  child.disconnect();
  return asMade(made);
}

async function ask(child: ChildProcess, order: Order): Promise<Outcome[]> {
  const done = new AbortController();
  const answered = once(child, 'message', done);
  const ended = once(child, 'exit', done).then(() => {
    throw new Error('a writing process ended by itself');
  });
  ended.catch(() => undefined);
  child.send(order);
  try {
    const [outcomes] = await Promise.race([answered, ended]);
    return asOutcomes(outcomes);
  } finally {
    done.abort();
  }
}

/** Only our own writing processes speak on these channels. */
function asOutcomes(said: unknown): Outcome[] {
  return said as Outcome[];
}

/** As above. */
function asMade(said: unknown): { record: string; content: Content } {
  return said as { record: string; content: Content };
}
