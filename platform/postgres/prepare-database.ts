import { ask } from './ask.ts';
import type { Cluster } from './cluster.ts';

/** The three addresses of a database, named as the settings that carry them. */
export interface DatabaseEnvironment {
  DATABASE_URL_OWNER: string;
  DATABASE_URL: string;
  DATABASE_URL_PUBLIC: string;
}

/** A database of the embedded cluster. */
export interface PreparedDatabase {
  environment: DatabaseEnvironment;
  /**
   * Lets the application and the public sign in; their roles are made by the first migration, so this comes after it.
   *
   * @throws Error where the migrations did not run
   */
  openLogins: () => Promise<void>;
}

const OWNER = 'madinatan_owner';

/**
 * Makes a database that belongs to a login without superuser rights; nothing happens where it is there already.
 *
 * @param name - small letters, digits and underscores
 * @returns addresses for the owner (migrations), the application and the public, each with a login of its own
 */
export async function prepareDatabase(cluster: Cluster, name: string): Promise<PreparedDatabase> {
  if (!/^[a-z][a-z0-9_]{0,62}$/u.test(name)) throw new Error(`${name} cannot be the name of a database`);
  await ask(cluster.url('postgres'), async (connection) => {
    const known = await connection`select 1 from pg_roles where rolname = ${OWNER}`;
    if (known.length === 0) await connection.unsafe(`create role ${OWNER}`);
    await connection.unsafe(loginStatement(cluster, OWNER, 'createrole'));
    const existing = await connection`select 1 from pg_database where datname = ${name}`;
    if (existing.length === 0) await connection.unsafe(`create database ${name} owner ${OWNER}`);
  });
  return {
    environment: {
      DATABASE_URL_OWNER: cluster.url(name, OWNER),
      DATABASE_URL: cluster.url(name, 'madinatan_app'),
      DATABASE_URL_PUBLIC: cluster.url(name, 'madinatan_public'),
    },
    openLogins: () => openLogins(cluster),
  };
}

async function openLogins(cluster: Cluster): Promise<void> {
  await ask(cluster.url('postgres'), async (connection) => {
    for (const role of ['madinatan_app', 'madinatan_public'] as const) {
      const known = await connection`select 1 from pg_roles where rolname = ${role}`;
      if (known.length === 0) throw new Error(`The role ${role} is missing: the migrations have not been run.`);
      await connection.unsafe(loginStatement(cluster, role, 'nocreaterole'));
    }
  });
}

/** The passwords consist of letters, digits, `-` and `_`, so that they need no quoting beyond the quotes. */
function loginStatement(
  cluster: Cluster,
  role: 'madinatan_owner' | 'madinatan_app' | 'madinatan_public',
  right: string,
): string {
  const { password } = new URL(cluster.url('postgres', role));
  // A statement that fails is written to the server's log as it is; this one must not be.
  return `set log_min_error_statement = panic; alter role ${role} login ${right} password '${password}'`;
}
