import type { TestProject } from 'vitest/node';
import { migrate } from '#db/migrate.ts';
import { env } from '#platform/env.ts';
import { ask, type Connection } from '#platform/postgres/ask.ts';
import { startTemporaryCluster } from '#platform/postgres/temporary-cluster.ts';
import { addressOf, nameTestDatabase, OWNER_ROLE, testDatabaseMadeAt } from './database-address.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The superuser's address on the server that databases are made on. */
    testServerUrl: string;
    /** The migrated database that those of the test files are copied from. */
    testTemplate: string;
  }
}

const ABANDONED_AFTER_MS = 6 * 3_600_000;

/**
 * Makes what the integration tests stand on, once a run: a server (the one of TEST_DATABASE_URL, else a temporary one) and
 * on it a migrated database that each test file copies.
 *
 * @returns what removes all of it after the run
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = env().TEST_DATABASE_URL;
  const cluster = given === undefined ? await startTemporaryCluster() : null;
  const serverUrl = given ?? cluster?.url('postgres') ?? '';
  const template = nameTestDatabase();
  try {
    await ask(serverUrl, (connection) => makeTemplate(connection, template));
    await migrate({ ownerUrl: addressOf(serverUrl, template, OWNER_ROLE) });
  } catch (thrown) {
    await cluster?.stop();
    throw thrown;
  }
  project.provide('testServerUrl', serverUrl);
  project.provide('testTemplate', template);
  return async () => {
    await (cluster === null ? ask(serverUrl, (connection) => drop(connection, template)) : cluster.stop());
  };
}

async function makeTemplate(connection: Connection, template: string): Promise<void> {
  await removeAbandoned(connection);
  const known = await connection`select 1 from pg_roles where rolname = ${OWNER_ROLE}`;
  if (known.length === 0) await connection.unsafe(`create role ${OWNER_ROLE} createrole`);
  await connection.unsafe(`create database ${template} owner ${OWNER_ROLE}`);
}

async function removeAbandoned(connection: Connection): Promise<void> {
  const databases = await connection<{ name: string }[]>`select datname as name from pg_database`;
  for (const { name } of databases) {
    const madeAt = testDatabaseMadeAt(name);
    if (madeAt !== null && Date.now() - madeAt.getTime() > ABANDONED_AFTER_MS) await drop(connection, name);
  }
}

async function drop(connection: Connection, database: string): Promise<void> {
  await connection.unsafe(`drop database if exists ${database} with (force)`);
}
