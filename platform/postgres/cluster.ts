import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from './ask.ts';
import { findBinaries, MAJOR_VERSION } from './binaries.ts';
import { openDataFolder } from './data-folder.ts';
import { makeLogins, readLogins, type Login, type Logins } from './logins.ts';
import { findFreePort, findPostmaster } from './postmaster.ts';
import { handOver, letThrough, runProgram } from './run-as.ts';

/** Where and how the embedded Postgres runs. */
export interface ClusterOptions {
  /** The cluster lies in `postgres/` below; beside it the passwords and the server's log. Made if missing. */
  dataDir: string;
  /** Without it, any free port. A running server keeps the port it has. */
  port?: number;
  /** `false` is faster and loses everything with a power cut: for tests only. */
  fsync?: boolean;
  /** Is told what is being done where it takes longer. */
  log?: (note: string) => void;
}

/** A running embedded Postgres, reachable from this machine only. */
export interface Cluster {
  pid: number;
  port: number;
  /** Whether it was running before. */
  reused: boolean;
  /** The address of a database for a login; without one for the superuser. Holds the password: never log it. */
  url: (database: string, login?: Login) => string;
  /** Ends the server after rolling back what is open; nothing acknowledged is lost. */
  stop: () => Promise<void>;
}

interface Place {
  home: string;
  /** What Postgres calls its data directory. */
  folder: string;
  logins: string;
  log: string;
}

const TRIES = 20;
const TRY_AGAIN_MS = 250;
const LOG_BYTES_MAX = 10_000_000;

/**
 * Starts the embedded Postgres of a data folder, creating it on first use; a server that already runs there is used as it
 * is. After a crash it recovers by itself, which may take several tries.
 *
 * @throws Error in a sentence for the person at the terminal: folder not writable, port taken, platform without Postgres
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const place = placeOf(openDataFolder(options.dataDir));
  const logins = existsSync(join(place.folder, 'PG_VERSION')) ? readLogins(place.logins) : await create(place, options);
  checkVersion(place);
  const running = await findUsable(place, logins);
  const { pid, port } = running ?? (await start(place, options));
  return {
    pid,
    port,
    reused: running !== null,
    url: (database, login = 'postgres') => `postgres://${login}:${logins[login]}@127.0.0.1:${String(port)}/${database}`,
    stop: () => stop(place),
  };
}

/** Ends the server that runs on a data folder, whoever started it; nothing happens where none runs. */
export async function stopCluster(dataDir: string): Promise<void> {
  await stop(placeOf(dataDir));
}

function placeOf(home: string): Place {
  return {
    home,
    folder: join(home, 'postgres'),
    logins: join(home, 'postgres-logins.json'),
    log: join(home, 'postgres-log', 'postgres.log'),
  };
}

/** Made beside its place and moved there when complete, so that an interrupted creation is never taken for a database. */
async function create(place: Place, { fsync = true, log }: ClusterOptions): Promise<Logins> {
  log?.('creating the database server');
  const draft = `${place.folder}.new`;
  const passwordFile = `${place.folder}.password`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  letThrough(place.home);
  mkdirSync(draft, { mode: 0o700 });
  handOver(draft);
  const logins = makeLogins(place.logins);
  writeFileSync(passwordFile, logins.postgres, { mode: 0o600 });
  handOver(passwordFile);
  const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  const shape = ['--locale=C', '--encoding=UTF8', ...(fsync ? [] : ['--no-sync'])];
  const { ok, output } = await runProgram(findBinaries().initdb, [`--pgdata=${draft}`, ...access, ...shape]);
  rmSync(passwordFile, { force: true });
  if (!ok) {
    rmSync(draft, { recursive: true, force: true });
    throw new Error(
      `The embedded Postgres cannot be created in ${place.folder}; DATABASE_URL can name another.\n${output}`,
    );
  }
  renameSync(draft, place.folder);
  return logins;
}

function checkVersion({ folder }: Place): void {
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version === MAJOR_VERSION) return;
  throw new Error(
    `${folder} was made by Postgres ${version}, this release brings Postgres ${MAJOR_VERSION}. ` +
      'Restore a backup into an empty data folder, or set DATABASE_URL.',
  );
}

/** The server that runs here and answers, or `null` where none runs. One that is still starting or stopping is waited for. */
async function findUsable(place: Place, logins: Logins): Promise<{ pid: number; port: number } | null> {
  for (let attempt = 1; ; attempt += 1) {
    const found = findPostmaster(place.folder);
    if (found === null) return null;
    try {
      const url = `postgres://postgres:${logins.postgres}@127.0.0.1:${String(found.port)}/postgres`;
      await ask(url, (connection) => connection`select 1`);
      return found;
    } catch (cause) {
      if (attempt === TRIES) {
        throw new Error(
          `A Postgres (number ${String(found.pid)}) runs on ${place.folder} and does not answer; end it first.`,
          {
            cause,
          },
        );
      }
      await sleep(TRY_AGAIN_MS);
    }
  }
}

async function start(place: Place, options: ClusterOptions): Promise<{ pid: number; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await findFreePort());
    const said = await tryStart(place, port, options);
    const started = findPostmaster(place.folder);
    if (said === null && started !== null) return started;
    const failure = failureOf(said ?? 'it ended at once', options.port);
    if (!failure.isPassing || attempt === TRIES) throw new Error(failure.message);
    if (attempt === 1) options.log?.('the database server was not stopped cleanly and recovers');
    await sleep(TRY_AGAIN_MS);
  }
}

/** Starts the server and waits until it takes connections; `null` when it does, otherwise what the server said. */
async function tryStart(place: Place, port: number, { fsync = true }: ClusterOptions): Promise<string | null> {
  openLog(place);
  const before = existsSync(place.log) ? statSync(place.log).size : 0;
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${String(port)}`,
    'unix_socket_directories=',
    'timezone=UTC',
    'cluster_name=madinatan',
    ...(fsync ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']),
  ];
  const { ok, output } = await runProgram(findBinaries().pgCtl, [
    'start',
    '--wait',
    '--timeout=300',
    `--pgdata=${place.folder}`,
    `--log=${place.log}`,
    `--options=${settings.map((setting) => `-c ${setting}`).join(' ')}`,
  ]);
  if (ok) return null;
  const news = existsSync(place.log) ? readFileSync(place.log).subarray(before).toString('utf8') : '';
  return `${output}\n${news}`.trim();
}

/** The log lies in a folder of its own, since the account that Postgres runs as must be able to write there. */
function openLog({ log }: Place): void {
  mkdirSync(join(log, '..'), { recursive: true, mode: 0o700 });
  handOver(join(log, '..'));
  if (existsSync(log) && statSync(log).size > LOG_BYTES_MAX) renameSync(log, `${log}.old`);
}

const PASSING = [
  'another server might be running',
  'lock file "postmaster.pid"',
  'shared memory block',
  'is still in use',
];

function failureOf(said: string, port: number | undefined): { message: string; isPassing: boolean } {
  if (said.includes('Address already in use')) {
    const isPassing = port === undefined;
    return { message: `Port ${String(port)} is taken, so that the database cannot listen on it.`, isPassing };
  }
  return {
    message: `The embedded Postgres does not start:\n${said}`,
    isPassing: PASSING.some((part) => said.includes(part)),
  };
}

async function stop({ folder }: Place): Promise<void> {
  if (findPostmaster(folder) === null) return;
  const { pgCtl } = findBinaries();
  const common = ['stop', '--wait', `--pgdata=${folder}`];
  const fast = await runProgram(pgCtl, [...common, '--mode=fast', '--timeout=20']);
  if (fast.ok || findPostmaster(folder) === null) return;
  const immediate = await runProgram(pgCtl, [...common, '--mode=immediate', '--timeout=10']);
  if (!immediate.ok && findPostmaster(folder) !== null) throw new Error(`Postgres does not stop: ${immediate.output}`);
}
