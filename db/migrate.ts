import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readMigrationFiles, type MigrationMeta } from 'drizzle-orm/migrator';
import { findErrorCode } from './connection-lost.ts';
import { openSlot, type Slot } from './slot.ts';

/** Where to migrate, and what. */
export interface Migration {
  /** The address of a login that owns the tables and may create roles. */
  ownerUrl: string;
  /** The folder drizzle-kit writes to; another one only in tests. */
  folder?: string;
}

const FOLDER = fileURLToPath(new URL('migrations', import.meta.url));
const OLDEST_SERVER = 15;
/** The roles that the first migration makes; where an administrator made them before, the login need not be able to. */
const ROLES = ['madinatan_app', 'madinatan_public'];
/** Any number, as long as nothing else in this database locks the same. */
const LOCK = 7_310_420_118;
const LOCK_WAIT_MS_MAX = 120_000;
const STATEMENT_MS_MAX = 15 * 60_000;
const TRIES = 5;

/**
 * Brings the database to the newest schema: all missing migrations in one transaction, or none. Two callers at the same
 * time take turns. The bookkeeping is drizzle's own table, so that its tools see the same state.
 *
 * @returns how many migrations were applied
 * @throws Error where the server is too old, the login may not create roles, or a migration would be left out because a
 * newer one was applied before it
 */
export async function migrate({ ownerUrl, folder = FOLDER }: Migration): Promise<number> {
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  for (let attempt = 1; ; attempt += 1) {
    const slot = openSlot({ url: ownerUrl, applicationName: 'madinatan migrate', deadlineMs: STATEMENT_MS_MAX });
    try {
      await checkServer(slot);
      await takeTurn(slot);
      return await applyMissing(slot, migrations);
    } catch (thrown) {
      // A reader held a table for longer than the lock timeout; everything was undone, so it may be tried again.
      if (findErrorCode(thrown) !== '55P03' || attempt === TRIES) throw thrown;
      await sleep(500);
    } finally {
      await slot.end();
    }
  }
}

async function checkServer(slot: Slot): Promise<void> {
  const [row] = await slot.run(
    `select current_setting('server_version') as version,
       current_setting('server_version_num')::int / 10000 as major,
       (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as may_create,
       (select count(*)::int from pg_roles where rolname = any ($1::text[])) as known,
       current_user as login`,
    [ROLES],
    'rows',
  );
  const server = asServer(row);
  if (server.major < OLDEST_SERVER) {
    throw new Error(`Postgres ${String(OLDEST_SERVER)} or newer is needed; this server is ${server.version}`);
  }
  if (!server.may_create && server.known < ROLES.length) {
    throw new Error(
      `The login ${server.login} may not create roles. Give it CREATEROLE, or let an administrator create ` +
        `${ROLES.join(' and ')} and grant them to ${server.login}. DATABASE_URL_OWNER can name another login.`,
    );
  }
}

interface Server {
  version: string;
  major: number;
  may_create: boolean;
  known: number;
  login: string;
}

/** The query above gives exactly one row with these columns. */
function asServer(row: unknown): Server {
  return row as Server;
}

/** Polls, since waiting for the lock itself would end with the lock timeout. */
async function takeTurn(slot: Slot): Promise<void> {
  const until = performance.now() + LOCK_WAIT_MS_MAX;
  for (;;) {
    const [row] = await slot.run(`select pg_try_advisory_lock(${String(LOCK)})`, [], 'values');
    if (Array.isArray(row) && row[0] === true) return;
    if (performance.now() > until) throw new Error('another process is migrating this database and does not finish');
    await sleep(200);
  }
}

async function applyMissing(slot: Slot, migrations: MigrationMeta[]): Promise<number> {
  await slot.run('begin', [], 'rows');
  try {
    const missing = await findMissing(slot, migrations);
    for (const { sql, hash, folderMillis } of missing) {
      for (const statement of sql) await slot.run(statement, [], 'rows');
      const row = [hash, folderMillis];
      await slot.run('insert into drizzle.__drizzle_migrations (hash, created_at) values ($1, $2)', row, 'rows');
    }
    await slot.run('commit', [], 'rows');
    return missing.length;
  } catch (thrown) {
    await slot.run('rollback', [], 'rows').catch(() => undefined);
    throw thrown;
  }
}

async function findMissing(slot: Slot, migrations: MigrationMeta[]): Promise<MigrationMeta[]> {
  await slot.run('create schema if not exists drizzle', [], 'rows');
  await slot.run(
    'create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)',
    [],
    'rows',
  );
  const rows = await slot.run('select created_at from drizzle.__drizzle_migrations', [], 'values');
  const applied = new Set(rows.map((row) => (Array.isArray(row) ? Number(row[0]) : 0)));
  const missing = migrations.filter(({ folderMillis }) => !applied.has(folderMillis));
  const overtaken = missing.find(({ folderMillis }) => folderMillis < Math.max(...applied));
  if (overtaken !== undefined) {
    const made = new Date(overtaken.folderMillis).toISOString();
    throw new Error(`the migration of ${made} is older than one already applied; generate it again`);
  }
  return missing;
}
