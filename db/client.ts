import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { env } from '#platform/env.ts';
import { oncePerProcess } from '#platform/once-per-process.ts';
import { isProblem, Problem } from '#platform/problem.ts';
import { findErrorCode, findLoss } from './connection-lost.ts';
import { keepListening, type Listener } from './listener.ts';
import { createConnections, openDoors, type Connections, type Database, type Doors } from './pool.ts';
import type { SlotsOptions } from './slots.ts';

/** The role that staff, jobs and imports act as. */
const APP_ROLE = 'madinatan_app';

/** The role that public pages act as: it can read published tables and nothing else. */
const PUBLIC_ROLE = 'madinatan_public';

/** For reading as staff do; writes go through `transaction`. */
export function appDb(): Database {
  return doorsFor('app').db;
}

/** For reading published tables, with the rights of the public; within `rehearse`, as they would stand then. */
export function publicDb(): Database {
  return rehearsals().getStore() ?? doorsFor('public').db;
}

/**
 * Runs `work` in one transaction as the application. It may run twice: see `db/README.md`.
 *
 * @throws Problem `unavailable`: the database cannot be reached, is too busy, or the connection died; nothing was written,
 * except where the connection died with the answer to COMMIT
 */
export async function transaction<T>(work: (tx: Database) => Promise<T>): Promise<T> {
  return doorsFor('app').transaction(work);
}

/** Carries what was seen out of a transaction that is taken back. */
class Rehearsed extends Error {
  override readonly name = 'Rehearsed';
  readonly seen: unknown;

  constructor(seen: unknown) {
    super('taken back');
    this.seen = seen;
  }
}

/**
 * Writes as the application, lets `look` see through `publicDb()` what the public would see then, and takes everything back:
 * no row, no message and no mark is left. Nobody else sees any of it meanwhile.
 *
 * @throws Problem as `transaction`
 */
export async function rehearse<Written, Seen>(
  write: (tx: Database) => Promise<Written>,
  look: (written: Written) => Promise<Seen>,
): Promise<Seen> {
  try {
    return await transaction(async (tx): Promise<Seen> => {
      const written = await write(tx);
      throw new Rehearsed(await rehearsals().run(tx, async () => look(written)));
    });
  } catch (thrown) {
    if (thrown instanceof Rehearsed) return asSeen<Seen>(thrown.seen);
    throw thrown;
  }
}

/** Only `rehearse` throws these, with what its own `look` gave. */
function asSeen<Seen>(seen: unknown): Seen {
  return seen as Seen;
}

function rehearsals(): AsyncLocalStorage<Database> {
  return oncePerProcess('rehearsals', () => new AsyncLocalStorage<Database>());
}

/** How many statements this process has sent; tests count the queries of a screen with it. */
export function statementCount(): number {
  return [...sharedConnections().values()].reduce((sum, connections) => sum + connections.stats().statements, 0);
}

/** Ends all connections of this process; the next call of a door opens new ones. */
export async function closeDatabase(): Promise<void> {
  const shared = sharedConnections();
  const open = [...shared.values()];
  shared.clear();
  await Promise.all(open.map((connections) => connections.close()));
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

/** A lock or statement that took too long, a server without a free connection, and the second deadlock in a row. */
const BUSY = new Set(['55P03', '57014', '53300', '40P01', '40001']);

type Audience = 'app' | 'public';

/** The doors of this bundle, by the connections they lead to. */
const doors = new WeakMap<Connections, Doors>();

function doorsFor(audience: Audience): Doors {
  const shared = sharedConnections();
  const connections = shared.get(audience) ?? createConnections(settingsFor(audience));
  shared.set(audience, connections);
  const known = doors.get(connections) ?? openDoors(connections, asProblem);
  doors.set(connections, known);
  return known;
}

function settingsFor(audience: Audience): SlotsOptions {
  if (audience === 'public') {
    return {
      url: env().DATABASE_URL_PUBLIC ?? appUrl(),
      role: PUBLIC_ROLE,
      applicationName: 'madinatan public',
      max: 5,
      statementTimeoutMs: 3000,
      deadlineMs: 4000,
      waitMsMax: 2000,
    };
  }
  // The server's own time-out comes before the client's deadline, so that a slow statement does not cost the connection.
  return { url: appUrl(), role: APP_ROLE, applicationName: 'madinatan', max: 10, statementTimeoutMs: 9000 };
}

function appUrl(): string {
  const url = env().DATABASE_URL;
  if (url === undefined) throw new Error('DATABASE_URL is not set; `npm run up` brings a database of its own');
  return url;
}

const SHARED = Symbol.for('madinatan.connections');

/** One set of connections a process: Next loads this file into several bundles, and again on every reload in development. */
function sharedConnections(): Map<Audience, Connections> {
  const known = asShared(Reflect.get(globalThis, SHARED));
  if (known !== null) return known;
  const made = new Map<Audience, Connections>();
  Reflect.set(globalThis, SHARED, made);
  return made;
}

/** Nothing but this file stores anything under the symbol. */
function asShared(stored: unknown): Map<Audience, Connections> | null {
  return (stored as Map<Audience, Connections> | undefined) ?? null;
}
