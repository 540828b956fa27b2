import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { childEnvironment } from '#platform/env.ts';

/** Where the connection is broken, and under which circumstances. */
const FAULTS = ['quiet', 'traffic', 'idleTimeout', 'idleTimeoutTraffic', 'everyBackend', 'atCommit'] as const;

/** One way to break a connection. */
export type Fault = (typeof FAULTS)[number];

/** Whose transactions are tried: those of `db/pool.ts`, or drizzle's own over the bare driver. */
export type FaultDriver = 'guarded' | 'unguarded';

/** What to try. */
export interface FaultPlan {
  /** A superuser's address of a database in which a scratch table may be made. */
  ownerUrl: string;
  driver: FaultDriver;
  cycles: number;
}

/** What came of it. A transaction inserts two rows. */
export interface FaultCount {
  cycles: number;
  committed: number;
  failed: number;
  /** The connection broke while COMMIT was under way, so that nobody could know: both rows or none are right. */
  unknown: number;
  /** Rows of transactions that failed, and single rows of any. */
  strayRows: number;
  /** Rows of transactions that were acknowledged and are not there. */
  lostRows: number;
  /** How often the writing process ended. */
  exits: number;
  /** Transactions that never came to an end. */
  hangs: number;
}

/** What the writing process is told to do. */
export interface WriterTask {
  id: string;
  fault: Fault;
}

/** What the writing process says: that it stands between its two rows, or how it ended. */
export type WriterWord =
  | { id: string; word: 'between'; pid: number }
  | { id: string; word: 'committed' | 'failed' | 'unknown' };

const CYCLE_MS_MAX = 20_000;
export const APPLICATION_NAME = 'madinatan fault test';

/**
 * Breaks the connection of one transaction a cycle, each time in another way, and counts what is in the database
 * afterwards. The transactions run in a process of their own, so that its end is seen and survived.
 */
export async function countFaults(plan: FaultPlan): Promise<FaultCount> {
  const admin = postgres(plan.ownerUrl, { max: 1, onnotice: () => undefined });
  const endings = new Map<string, Ending>();
  const writer = writerProcess(plan);
  try {
    await makeScratchTable(admin);
    for (let cycle = 0; cycle < plan.cycles; cycle += 1) {
      const task = { id: `${plan.driver}-${String(cycle)}`, fault: FAULTS[cycle % FAULTS.length] ?? 'quiet' };
      endings.set(task.id, await runCycle(writer.current(), task, (pid) => breakConnection(admin, task, pid)));
    }
    const rows = await admin<{ id: string; rows: number }[]>`
      select transaction_id as id, count(*)::int as rows from fault_row group by 1`;
    await admin`drop table fault_row`;
    await admin`drop function fault_row_pause`;
    const counted = judge(endings, new Map(rows.map((row) => [row.id, row.rows])));
    return { ...counted, cycles: plan.cycles, exits: writer.exits() };
  } finally {
    writer.stop();
    await admin.end({ timeout: 1 });
  }
}

type Ending = 'committed' | 'failed' | 'unknown' | 'exit' | 'hang';

/** The second row makes COMMIT take a few milliseconds, so that a connection can break in the middle of it. */
async function makeScratchTable(admin: postgres.Sql): Promise<void> {
  await admin.unsafe(`
    drop table if exists fault_row;
    create table fault_row (transaction_id text not null, part int not null);
    create or replace function fault_row_pause() returns trigger language plpgsql as
      $$ begin perform pg_sleep(0.006); return null; end $$;
    create constraint trigger pause after insert on fault_row deferrable initially deferred
      for each row when (new.part = 2) execute function fault_row_pause();
  `);
}

/** The process that writes; another one is started where the last one ended. */
function writerProcess(plan: FaultPlan) {
  let child: ChildProcess | null = null;
  let exits = 0;
  let isStopping = false;

  function current(): ChildProcess {
    if (child === null || child.exitCode !== null || child.signalCode !== null) {
      child = fork(fileURLToPath(new URL('transaction-writer.ts', import.meta.url)), [plan.driver, plan.ownerUrl], {
        execArgv: ['--import', 'tsx'],
        env: childEnvironment({ NODE_OPTIONS: undefined }),
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      child.once('exit', () => (exits += isStopping ? 0 : 1));
    }
    return child;
  }

  function stop(): void {
    isStopping = true;
    child?.kill('SIGKILL');
  }

  return { current, exits: () => exits, stop };
}

function runCycle(child: ChildProcess, task: WriterTask, onBetween: (pid: number) => Promise<void>): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      end('hang');
    }, CYCLE_MS_MAX);
    const onExit = (): void => end('exit');
    const onMessage = (message: unknown): void => {
      const said = asWriterWord(message);
      if (said.id !== task.id) return;
      if (said.word === 'between') onBetween(said.pid).catch(reject);
      else end(said.word);
    };
    function end(ending: Ending): void {
      clearTimeout(timer);
      child.off('exit', onExit);
      child.off('message', onMessage);
      resolve(ending);
    }
    child.on('exit', onExit);
    child.on('message', onMessage);
    // A child that has just ended says so by its exit, not by this.
    child.send(task, () => undefined);
  });
}

/** Only `transaction-writer.ts` speaks on this channel. */
function asWriterWord(message: unknown): WriterWord {
  return message as WriterWord;
}

async function breakConnection(admin: postgres.Sql, { fault, id }: WriterTask, pid: number): Promise<void> {
  if (fault === 'quiet' || fault === 'traffic') await admin`select pg_terminate_backend(${pid})`;
  if (fault === 'everyBackend') {
    await admin`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${APPLICATION_NAME}`;
  }
  if (fault === 'atCommit') {
    // Each cycle hits another moment of the last statements, the same moments in each run.
    await new Promise((resolve) => setTimeout(resolve, (Number(id.split('-')[1]) * 7) % 16));
    await admin`select pg_terminate_backend(${pid})`;
  }
}

type Judged = Omit<FaultCount, 'cycles' | 'exits'>;

function judge(endings: Map<string, Ending>, rows: Map<string, number>): Judged {
  const count: Judged = { committed: 0, failed: 0, unknown: 0, strayRows: 0, lostRows: 0, hangs: 0 };
  for (const [id, ending] of endings) {
    const found = rows.get(id) ?? 0;
    if (ending === 'hang') count.hangs += 1;
    else if (ending !== 'exit') count[ending] += 1;
    if (ending === 'committed') count.lostRows += 2 - found;
    else if (ending === 'failed' || found === 1) count.strayRows += found;
  }
  return count;
}
