import 'server-only';
import { env } from '#platform/env.ts';
import { isProblem, Problem } from '#platform/problem.ts';
import { findErrorCode, findLoss } from './connection-lost.ts';
import { keepListening, type Listener } from './listener.ts';
import { createGuardedPool, type Database, type GuardedPool } from './pool.ts';

/** The role that staff, jobs and imports act as. */
export const APP_ROLE = 'madinatan_app';

/** The role that public pages act as: it can read published tables and nothing else. */
export const PUBLIC_ROLE = 'madinatan_public';

interface Pools {
  app?: GuardedPool;
  public?: GuardedPool;
}

/** One set of pools a process: Next loads this file into several bundles and again on every reload in development. */
const POOLS = Symbol.for('madinatan.pools');

/** For reading as staff do; writes go through `transaction`. */
export function appDb(): Database {
  return appPool().db;
}

/** For reading published tables, with the rights of the public. */
export function publicDb(): Database {
  return publicPool().db;
}

/**
 * Runs `work` in one transaction as the application.
 *
 * @throws Problem `unavailable`: the database cannot be reached, is too busy, or the connection died; nothing was written, except
 * where the connection died with the answer to COMMIT
 */
export async function transaction<T>(work: (tx: Database) => Promise<T>): Promise<T> {
  try {
    return await appPool().transaction(work);
  } catch (thrown) {
    throw asProblem(thrown);
  }
}

/** How many statements this process sent; tests count the queries of a screen with it. */
export function statementCount(): number {
  return appPool().stats().statements + publicPool().stats().statements;
}

/** Ends all connections of this process. */
export async function closeDatabase(): Promise<void> {
  const pools = knownPools();
  const open = [pools.app, pools.public].filter((pool) => pool !== undefined);
  delete pools.app;
  delete pools.public;
  await Promise.all(open.map((pool) => pool.close()));
}

/**
 * Listens to a channel over a connection of its own until it is closed; reconnects by itself for as long as it takes, also
 * where the database is not there yet. Neither function may throw.
 *
 * @param onConnected - called after each connect and reconnect: what was missed lies in a table, never only in a message
 */
export function listen(channel: string, onPayload: (payload: string) => void, onConnected: () => void): Listener {
  const connection = {
    url: env().DATABASE_URL_DIRECT ?? appUrl(),
    role: APP_ROLE,
    applicationName: 'madinatan listener',
    deadlineMs: 5000,
  };
  return keepListening(connection, channel, { onPayload, onConnected });
}

/**
 * What a failure of the database means to a person: `unavailable` where it cannot be reached or is too busy, otherwise the
 * failure itself.
 */
export function asProblem(thrown: unknown): unknown {
  if (isProblem(thrown)) return thrown;
  const isAway = findLoss(thrown) !== null || BUSY.has(findErrorCode(thrown) ?? '');
  return isAway ? new Problem('unavailable', { cause: thrown, retryAfterSeconds: 5 }) : thrown;
}

/** A lock or statement that took too long, and a server that has no connection left. */
const BUSY = new Set(['55P03', '57014', '53300']);

function appPool(): GuardedPool {
  const pools = knownPools();
  pools.app ??= createGuardedPool({
    url: appUrl(),
    role: APP_ROLE,
    applicationName: 'madinatan',
    max: 10,
    // Shorter than the deadline of the client, so that the server's own answer comes first and the connection stays.
    statementTimeoutMs: 9000,
    translate: asProblem,
  });
  return pools.app;
}

function publicPool(): GuardedPool {
  const pools = knownPools();
  pools.public ??= createGuardedPool({
    url: env().DATABASE_URL_PUBLIC ?? appUrl(),
    role: PUBLIC_ROLE,
    applicationName: 'madinatan public',
    max: 5,
    statementTimeoutMs: 3000,
    deadlineMs: 5000,
    translate: asProblem,
  });
  return pools.public;
}

function appUrl(): string {
  const url = env().DATABASE_URL;
  if (url === undefined) throw new Error('DATABASE_URL is not set; `npm run up` brings a database of its own');
  return url;
}

function knownPools(): Pools {
  const known = asPools(Reflect.get(globalThis, POOLS));
  if (known !== null) return known;
  const made: Pools = {};
  Reflect.set(globalThis, POOLS, made);
  return made;
}

/** Nothing but this file stores anything under the symbol. */
function asPools(stored: unknown): Pools | null {
  return (stored ?? null) as Pools | null;
}
