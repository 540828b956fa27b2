import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { ConnectionLost } from '#db/connection-lost.ts';
import { createGuardedPool, type Database } from '#db/pool.ts';
import { APPLICATION_NAME, type WriterTask, type WriterWord } from './transactions.ts';

const [driver, url = ''] = process.argv.slice(2);
const CONNECTIONS = 3;
const READERS = 4;

interface Door {
  read: () => Promise<unknown>;
  transaction: (work: (tx: Pick<Database, 'execute'>) => Promise<void>) => Promise<void>;
}

const door = driver === 'guarded' ? guardedDoor() : unguardedDoor();

process.on('message', (message) => void perform(asTask(message)));
process.on('disconnect', () => process.exit());

function guardedDoor(): Door {
  const pool = createGuardedPool({ url, applicationName: APPLICATION_NAME, max: CONNECTIONS });
  return { read: async () => pool.db.execute(sql`select 1`), transaction: pool.transaction };
}

function unguardedDoor(): Door {
  const db = drizzle(postgres(url, { max: CONNECTIONS, connection: { application_name: APPLICATION_NAME } }));
  return { read: async () => db.execute(sql`select 1`), transaction: (work) => db.transaction(work) };
}

async function perform(task: WriterTask): Promise<void> {
  const traffic = task.fault === 'quiet' || task.fault === 'idleTimeout' ? null : startTraffic();
  const works: Promise<void>[] = [];
  const ending = await door
    .transaction((tx) => {
      const work = insertTwoRows(tx, task);
      works.push(work);
      return work;
    })
    .then(() => 'committed' as const)
    .catch((thrown: unknown) => wordFor(task, thrown));
  // The transaction may be over while its work still runs: only when that has sent its last statement, and a stray one
  // has had the time to reach the database or to end this process, is the cycle done.
  await Promise.allSettled(works);
  await sleep(30);
  await traffic?.stop();
  say({ id: task.id, word: ending });
}

/** The bare driver does not say whether COMMIT had been sent, so a break at that moment must count for neither side. */
function wordFor({ fault }: WriterTask, thrown: unknown): 'failed' | 'unknown' {
  const isUnknown = thrown instanceof ConnectionLost ? thrown.sent : fault === 'atCommit';
  return isUnknown ? 'unknown' : 'failed';
}

async function insertTwoRows(tx: Pick<Database, 'execute'>, { id, fault }: WriterTask): Promise<void> {
  if (fault.startsWith('idleTimeout')) await tx.execute(sql`set local idle_in_transaction_session_timeout = '40ms'`);
  await tx.execute(sql`insert into fault_row values (${id}, 1)`);
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  say({ id, word: 'between', pid: Number(row?.pid) });
  // At the commit there is no pause: the connection shall break while statements are under way.
  if (fault !== 'atCommit') await sleep(100);
  await tx.execute(sql`insert into fault_row values (${id}, 2)`);
}

function startTraffic() {
  let isOn = true;
  async function readOn(): Promise<void> {
    // A read that fails is the business of its reader; this test looks at transactions.
    while (isOn) await door.read().catch(() => sleep(1));
  }
  const readers = Array.from({ length: READERS }, readOn);
  return {
    stop: async () => {
      isOn = false;
      await Promise.race([Promise.all(readers), sleep(1000)]);
    },
  };
}

function say(word: WriterWord): void {
  process.send?.(word);
}

/** Only `transactions.ts` speaks on this channel. */
function asTask(message: unknown): WriterTask {
  return message as WriterTask;
}
