import postgres from 'postgres';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { env } from '#platform/env.ts';

/** What a test file gets to look at its database from outside. */
export interface TestDatabase {
  /** A superuser's connection to this database, for arranging and looking past all rights. */
  readonly admin: postgres.Sql;
}

/**
 * Gives the test file that calls it, at its top level, a migrated and empty database of its own, which the doors of
 * `#db/client.ts` lead to; it is dropped after the last test.
 */
export function useTestDatabase(): TestDatabase {
  const { DATABASE_URL: url } = env();
  if (url === undefined) throw new Error('useTestDatabase() works in tests/integration only');
  const name = new URL(url).pathname.slice(1);
  const quiet = { onnotice: () => undefined };
  // The driver connects with the first statement, which is after the database was made.
  const admin = postgres(url, { ...quiet, max: 2 });
  const server = postgres(inject('testServerUrl'), { ...quiet, max: 1 });

  beforeAll(async () => {
    await server.unsafe(`create database ${name} template ${inject('testTemplate')}`);
  });

  afterAll(async () => {
    await closeDatabase();
    await admin.end({ timeout: 1 });
    await server.unsafe(`drop database if exists ${name} with (force)`);
    await server.end({ timeout: 1 });
  });

  return { admin };
}
