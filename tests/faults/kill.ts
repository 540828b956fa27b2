import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { migrate } from '#db/migrate.ts';
import { childEnvironment } from '#platform/env.ts';
import { findBinaries } from '#platform/postgres/binaries.ts';
import { type Cluster, startCluster } from '#platform/postgres/cluster.ts';
import { type DatabaseEnvironment, prepareDatabase } from '#platform/postgres/prepare-database.ts';
import { runProgram } from '#platform/postgres/run-as.ts';
import { type Acknowledged, countLost, findFlaws, type Flaws, sumOf } from './kill-check.ts';
import type { Attempt, Said } from './kill-words.ts';

/** What to try. */
export interface KillPlan {
  cycles: number;
  /** Every how many cycles the database server is ended as well, in the middle of its work. */
  serverEvery: number;
  onCycle?: (count: KillCount) => void;
}

/** What came of it. */
export interface KillCount {
  cycles: number;
  serverKills: number;
  /** Saves and releases that were answered. */
  acknowledged: number;
  /** Saves that were sent and not answered before the process was killed; they were sent again under their key. */
  sentAgain: number;
  lost: number;
  halfWritten: number;
  flaws: Flaws;
}

const NAME = 'killed';
const LOAD_MS = { min: 50, max: 1500 };
const START_MS_MAX = 60_000;

/**
 * Kills processes that save under load, and now and then the database server under them, at random moments; after each
 * cycle everything that was answered must be there, and nothing may be half-written. The cluster is one of its own, which
 * waits for the disk as in production.
 */
export async function countKills({ cycles, serverEvery, onCycle }: KillPlan): Promise<KillCount> {
  // Of this name, the next run of the tests removes what an interrupted one leaves.
  const dataDir = mkdtempSync(path.join(tmpdir(), `madinatan-test-${String(process.pid)}-`));
  let cluster = await startCluster({ dataDir, fsync: true });
  try {
    const environment = await prepare(cluster);
    const heard: Heard = { acknowledged: [], pending: new Map() };
    const count: KillCount = {
      cycles: 0,
      serverKills: 0,
      acknowledged: 0,
      sentAgain: 0,
      lost: 0,
      halfWritten: 0,
      flaws: {},
    };
    for (let cycle = 1; cycle <= cycles; cycle += 1) {
      const killServer = cycle % serverEvery === 0;
      count.sentAgain += heard.pending.size;
      await runCycle({ environment, heard, endServer: killServer ? () => endServer(dataDir) : null });
      if (killServer) cluster = await startCluster({ dataDir, port: cluster.port, fsync: true });
      await look(cluster, heard, count);
      count.cycles = cycle;
      count.serverKills += killServer ? 1 : 0;
      onCycle?.(count);
    }
    return count;
  } finally {
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** What the writing processes have said so far. */
interface Heard {
  acknowledged: Acknowledged[];
  /** By token. */
  pending: Map<string, Attempt>;
}

async function prepare(cluster: Cluster): Promise<DatabaseEnvironment> {
  const { environment, openLogins } = await prepareDatabase(cluster, NAME);
  await migrate({ ownerUrl: environment.DATABASE_URL_OWNER });
  await openLogins();
  const maker = start('kill-records.ts', environment, []);
  const status = await new Promise((resolve) => maker.once('exit', resolve));
  if (status !== 0) throw new Error('the records to be written to could not be made');
  return environment;
}

function start(file: string, environment: DatabaseEnvironment, args: string[]): ChildProcess {
  const script = fileURLToPath(new URL(file, import.meta.url));
  return spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', script, ...args], {
    env: childEnvironment({ ...environment, NODE_OPTIONS: undefined }),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

interface Cycle {
  environment: DatabaseEnvironment;
  heard: Heard;
  endServer: (() => Promise<void>) | null;
}

async function runCycle({ environment, heard, endServer: end }: Cycle): Promise<void> {
  const writer = start('kill-writer.ts', environment, [JSON.stringify([...heard.pending.values()])]);
  const exited = new Promise((resolve) => writer.once('exit', resolve));
  const closed = new Promise((resolve) => writer.once('close', resolve));
  try {
    await firstAnswer(writer, heard);
    await sleep(LOAD_MS.min + Math.random() * (LOAD_MS.max - LOAD_MS.min));
    if (end !== null) {
      await end();
      // The writers meet a server that is gone before they go themselves.
      await sleep(Math.random() * 50);
    }
  } finally {
    writer.kill('SIGKILL');
    await exited;
    await closed;
  }
}

/** Listens to what a writing process says, for as long as it says anything; resolves with its first answer. */
async function firstAnswer(writer: ChildProcess, heard: Heard): Promise<void> {
  const late = AbortSignal.timeout(START_MS_MAX);
  return new Promise((resolve, reject) => {
    late.addEventListener('abort', () => reject(new Error('the writers did not begin')), { once: true });
    writer.once('exit', (code) => reject(new Error(`the writers ended by themselves (${String(code)})`)));
    if (writer.stdout === null) throw new Error('the writers have no voice');
    createInterface({ input: writer.stdout }).on('line', (line) => {
      const said = readSaid(line);
      if (said === null) return;
      hear(heard, said);
      if (said.word !== 'attempt') resolve();
    });
  });
}

function hear({ acknowledged, pending }: Heard, said: Said): void {
  if (said.word === 'attempt') {
    pending.set(said.attempt.token, said.attempt);
    return;
  }
  const { record, scope, rev } = said;
  const token = said.word === 'saved' ? said.token : null;
  if (token !== null) pending.delete(token);
  acknowledged.push({ record, scope, rev, token });
}

/** The last line of a killed process may be cut; whoever cannot be understood has said nothing. */
function readSaid(line: string): Said | null {
  try {
    return asSaid(JSON.parse(line));
  } catch {
    return null;
  }
}

/** Only the writing process speaks on this pipe. */
function asSaid(value: unknown): Said {
  return value as Said;
}

/** As `pg_ctl stop -m immediate` does: no good-bye to anybody, recovery at the next start. */
async function endServer(dataDir: string): Promise<void> {
  const folder = path.join(dataDir, 'postgres');
  const { ok, output } = await runProgram(findBinaries().pgCtl, [
    'stop',
    '--mode=immediate',
    '--wait',
    `--pgdata=${folder}`,
  ]);
  if (!ok) throw new Error(`the server could not be ended: ${output}`);
}

async function look(cluster: Cluster, { acknowledged }: Heard, count: KillCount): Promise<void> {
  const admin = postgres(cluster.url(NAME), { max: 1, onnotice: () => undefined });
  try {
    // What a killed process had sent last may still be carried out by its connections.
    await waitUntilAlone(admin);
    count.acknowledged = acknowledged.length;
    count.lost = await countLost(admin, acknowledged);
    const flaws = await findFlaws(admin);
    count.halfWritten += sumOf(flaws);
    for (const [name, found] of Object.entries(flaws)) {
      if (found > 0) count.flaws[name] = (count.flaws[name] ?? 0) + found;
    }
  } finally {
    await admin.end({ timeout: 1 });
  }
}

async function waitUntilAlone(admin: postgres.Sql): Promise<void> {
  for (;;) {
    const [row] = await admin`select count(*)::int as n from pg_stat_activity where application_name = 'madinatan'`;
    if (row?.['n'] === 0) return;
    await sleep(20);
  }
}
