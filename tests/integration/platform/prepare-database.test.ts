import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { ask, checkReachable } from '#platform/postgres/ask.ts';
import type { Cluster } from '#platform/postgres/cluster.ts';
import { findFreePort } from '#platform/postgres/postmaster.ts';
import { prepareDatabase, type PreparedDatabase } from '#platform/postgres/prepare-database.ts';
import { startTemporaryCluster } from '#platform/postgres/temporary-cluster.ts';

let cluster: Cluster;
let prepared: PreparedDatabase;

beforeAll(async () => {
  cluster = await startTemporaryCluster();
  prepared = await prepareDatabase(cluster, 'prepared');
});
afterAll(async () => {
  await cluster.stop();
});

describe('a prepared database', () => {
  test('lets nobody but the owner in before the migrations', async () => {
    await expect(prepared.openLogins()).rejects.toThrow(/madinatan_app is missing: the migrations have not been run/u);
    const owner = await ask(prepared.environment.DATABASE_URL_OWNER, (connection) => connection`select 1 as one`);
    expect(owner).toEqual([{ one: 1 }]);
  });

  test('has a login each for owner, application and public, none with the rights of a superuser', async () => {
    await migrate({ ownerUrl: prepared.environment.DATABASE_URL_OWNER });
    await prepared.openLogins();
    const { DATABASE_URL_OWNER, DATABASE_URL, DATABASE_URL_PUBLIC } = prepared.environment;
    const whoIs = (url: string) =>
      ask(
        url,
        (connection) => connection`
          select current_user as name, rolsuper as is_super from pg_roles where rolname = current_user`,
      );
    expect(await Promise.all([DATABASE_URL_OWNER, DATABASE_URL, DATABASE_URL_PUBLIC].map(whoIs))).toEqual([
      [{ name: 'madinatan_owner', is_super: false }],
      [{ name: 'madinatan_app', is_super: false }],
      [{ name: 'madinatan_public', is_super: false }],
    ]);
  });

  test('is prepared again without harm, after which the logins still work', async () => {
    const again = await prepareDatabase(cluster, 'prepared');
    await again.openLogins();
    expect(again.environment).toEqual(prepared.environment);
    expect(await ask(again.environment.DATABASE_URL, (connection) => connection`select 1 as one`)).toHaveLength(1);
  });

  test('never writes a password to the log of the server', async () => {
    const { password } = new URL(prepared.environment.DATABASE_URL);
    // Of all statements, one that fails is written down: here for want of the right to make superusers.
    const attempt = ask(
      prepared.environment.DATABASE_URL_OWNER,
      (connection) => connection`alter role madinatan_app superuser`,
    );
    await expect(attempt).rejects.toMatchObject({ code: '42501' });
    const [row] = await ask(cluster.url('postgres'), (connection) => connection`show data_directory`);
    const log = readFileSync(path.join(String(row?.['data_directory']), '..', 'postgres-log', 'postgres.log'), 'utf8');
    expect(log).toContain('madinatan_app');
    expect(log).not.toContain(password);
  });

  test.each(['', 'Upper', 'a"; drop', 'x'.repeat(64)])('cannot be called "%s"', async (name) => {
    await expect(prepareDatabase(cluster, name)).rejects.toThrow('cannot be the name of a database');
  });
});

describe('a database that cannot be used is named with the reason, and without the password', () => {
  test('where nothing listens', async () => {
    const port = await findFreePort();
    const attempt = checkReachable(`postgres://app:hunter2@127.0.0.1:${String(port)}/x`, 'DATABASE_URL');
    await expect(attempt).rejects.toThrow(
      `The database 127.0.0.1:${String(port)}/x of DATABASE_URL cannot be used: nothing listens there.`,
    );
  });

  test('where the login is wrong', async () => {
    const url = new URL(cluster.url('prepared'));
    url.password = 'hunter2';
    const attempt = checkReachable(url.href, 'DATABASE_URL');
    await expect(attempt).rejects.toThrow(/password authentication failed/u);
    await expect(attempt).rejects.not.toThrow(/hunter2/u);
  });

  test('where the database is missing', async () => {
    await expect(checkReachable(cluster.url('nowhere'), 'DATABASE_URL')).rejects.toThrow(/"nowhere" does not exist/u);
  });

  test('where the server says nothing', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const attempt = checkReachable(`postgres://app:x@127.0.0.1:${String(port)}/x`, 'DATABASE_URL');
    await expect(attempt).rejects.toThrow(/no answer within 5 seconds/u);
    server.close();
  });

  test.each(['mysql://a@b/c', 'localhost:5432', ''])('where "%s" is no address', async (url) => {
    await expect(checkReachable(url, 'DATABASE_URL')).rejects.toThrow(
      'DATABASE_URL must look like postgres://login:password@host:5432/database.',
    );
  });
});
