import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import type { Lifetime } from '#scripts/up/lifetime.ts';
import { listPublicPaths, listTargets, newWord } from './rig/addresses.ts';
import { atLeast, atMost, type Bar, forVisitors } from './rig/bars.ts';
import { type DeskForm, fillIn, post, readForm, signIn } from './rig/desk-form.ts';
import type { RigProgram } from './rig/program.ts';
import { openRecorder, type Recorder, sayRecorded } from './rig/recorder.ts';
import { needEdge, openRig, type Rig } from './rig/rig.ts';
import type { FaultPlan } from './rig/run-fault.ts';
import { pollUntil, startLoad } from './rig/steady-load.ts';
import type { Visit } from './rig/visit.ts';
import { visitAll } from './rig/watch-word.ts';

const COPIES = 20;
const SAVES = 50;
const PER_SECOND = 60;
const P99_MS_MAX = 1000;
const EXIT_MS_MAX = 15_000;
/** Beyond the bar, so that a program that is late is seen to be late. */
const KILL_AFTER_MS = 30_000;
/** Half of the connections that the application has; the others may still be on their way to the locks. */
const BLOCKED = 5;
/** Less than the two seconds that a save waits for a lock. */
const HELD_MS = 700;
const EDITOR = { email: 'drain@example.org', password: 'rain over an old harbour' };

/** What came of the saves that were under way. */
interface Count {
  rounds: number;
  answered: number;
  refused: number;
  /** Neither: the connection broke after the form was sent. */
  cut: string[];
  /** Answered and not in the database, or refused and there all the same. */
  untrue: string[];
  blocked: number;
  exits: { name: string; ms: number }[];
}

/** Next, then the edge, is asked to end while 50 forms are under way and readers come in. Nobody is left without an answer. */
export async function countDrain({ minutes, front }: FaultPlan, lifetime: Lifetime): Promise<Bar[]> {
  const rig = await openRig({ front, copies: COPIES }, lifetime);
  const [instance] = rig.instances;
  const edge = needEdge(instance);
  const paths = await listPublicPaths(rig.database);
  await visitAll(instance.front, paths);
  await rig.publisher.makeEditor(EDITOR.email, EDITOR.password);
  const cookie = await signIn(instance.front, EDITOR);
  const count: Count = { rounds: 0, answered: 0, refused: 0, cut: [], untrue: [], blocked: 0, exits: [] };
  const readers = { next: openRecorder(), edge: openRecorder() };
  const until = performance.now() + minutes * 60_000;
  while (performance.now() < until || count.rounds === 0) {
    lifetime.asked.throwIfAborted();
    await drainOnce(rig, { name: 'Next', program: instance.next, paths, cookie, count, readers: readers.next });
    await drainOnce(rig, { name: 'the edge', program: edge, paths, cookie, count, readers: readers.edge });
    count.rounds += 1;
  }
  for (const line of [...count.cut, ...count.untrue].slice(0, 10)) console.log(`  ${line}`);
  for (const { name, ms } of count.exits) console.log(`  ${name} ended after ${ms.toFixed(0)} ms`);
  const atEdge = readers.edge.sum();
  console.log(sayRecorded('readers while the edge ended', atEdge));
  // Who is refused a connection has lost nothing and asks again.
  const broken = atEdge.failed - (atEdge.statuses['ECONNREFUSED'] ?? 0);
  return [
    atLeast('rounds', count.rounds, 1),
    atLeast('saves that held a connection when the signal came', count.blocked, BLOCKED * 2),
    atLeast('saves answered', count.answered, BLOCKED * 2),
    atMost('saves neither answered nor cleanly refused', count.cut.length, { max: 0 }),
    atMost('answers that the database does not bear out', count.untrue.length, { max: 0 }),
    ...forVisitors('readers while Next ended', readers.next.sum(), P99_MS_MAX),
    atLeast('readers answered while the edge ended', atEdge.statuses['200'] ?? 0, 10),
    atMost('readers cut off while the edge ended', broken, { max: 0 }),
    atMost('the slowest end', Math.max(...count.exits.map(({ ms }) => ms)), { max: EXIT_MS_MAX, unit: ' ms' }),
  ];
}

interface Drain {
  name: string;
  program: RigProgram;
  paths: readonly string[];
  cookie: string;
  count: Count;
  readers: Recorder;
}

async function drainOnce(rig: Rig, drain: Drain): Promise<void> {
  const { count, cookie, name, paths, program, readers } = drain;
  const [{ front }] = rig.instances;
  const saves = await prepareSaves(rig, cookie);
  const load = startLoad({
    base: front,
    pathAt: (turn) => paths[(turn * 31) % paths.length] ?? '/',
    perSecond: PER_SECOND,
    recorder: readers,
  });
  // What the first save loads is not tried here.
  const [first, ...others] = saves;
  if (first !== undefined) await post(first.form, { cookie });
  const release = await lockAll(rig);
  const answers = others.map(({ form, word }) => post(form, { cookie }).then((answer) => ({ answer, word })));
  count.blocked += await untilBlocked(rig);
  const ending = program.drain(KILL_AFTER_MS);
  await sleep(HELD_MS);
  await release();
  const answered = await Promise.all(answers);
  const { ms } = await ending;
  count.exits.push({ name, ms });
  await load.stop();
  await program.start();
  await compare(rig, { answered, name, count });
}

interface Save {
  form: DeskForm;
  word: string;
}

/** Forms with a word of their own each, one for each record. */
async function prepareSaves({ database, instances: [{ front }] }: Rig, cookie: string): Promise<Save[]> {
  const targets = (await listTargets(database)).slice(0, SAVES + 1);
  const refs = await database.asAdmin(
    (connection) =>
      connection<
        { ref: string }[]
      >`select ref from record where id in ${connection(targets.map(({ record }) => record))}`,
  );
  const saves: Save[] = [];
  for (const { ref } of refs) {
    const word = newWord();
    const form = await readForm(`${front}/dashboard/records/${ref}?unit=ar`, '.lead', { cookie });
    saves.push({ form: fillIn(form, { '.lead': `نص ${word}` }), word });
  }
  return saves;
}

/** Locks all Arabic texts, so that saves are under way for as long as is needed; gives what lets them go. */
async function lockAll({ database }: Rig): Promise<() => Promise<void>> {
  const connection = postgres(database.adminUrl, { max: 1, onnotice: () => undefined });
  const held = await connection.reserve();
  await held`begin`;
  await held`select 1 from unit where scope = 'ar' for update`;
  return async () => {
    await held`commit`;
    held.release();
    await connection.end({ timeout: 1 });
  };
}

async function untilBlocked({ database }: Rig): Promise<number> {
  const blocked = await pollUntil(
    async () => {
      const [row] = await database.asAdmin(
        (connection) => connection<{ n: number }[]>`
          select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock'`,
      );
      return row !== undefined && row.n >= BLOCKED ? row.n : null;
    },
    { everyMs: 10, withinMs: 1500 },
  );
  return blocked ?? 0;
}

interface Answered {
  answered: readonly { answer: Visit; word: string }[];
  name: string;
  count: Count;
}

async function compare({ database }: Rig, { answered, name, count }: Answered): Promise<void> {
  const rows = await database.asAdmin(
    (connection) => connection<{ lead: string }[]>`select content ->> 'lead' as lead from revision where scope = 'ar'`,
  );
  const leads = rows.map(({ lead }) => lead);
  for (const { answer, word } of answered) {
    const isThere = leads.some((lead) => lead?.includes(word));
    const fate = fateOf(answer);
    const words = `while ${name} ended, a save: ${answer.failure ?? String(answer.status)}, ${isThere ? '' : 'not '}written`;
    if (fate === 'answered') count.answered += 1;
    if (fate === 'refused') count.refused += 1;
    if (fate === 'cut') count.cut.push(words);
    else if (isThere !== (fate === 'answered')) count.untrue.push(words);
  }
}

/** A save that went through leads back to the page; the page that comes instead of that, or a 503, refuses it. */
function fateOf({ failure, status }: Visit): 'answered' | 'refused' | 'cut' {
  if (status === 303) return 'answered';
  return status === 200 || status === 503 || failure === 'ECONNREFUSED' ? 'refused' : 'cut';
}
