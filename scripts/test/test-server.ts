import { migrate } from '#db/migrate.ts';
import { env } from '#platform/env.ts';
import { ask } from '#platform/postgres/ask.ts';
import { prepareDatabase, type DatabaseEnvironment } from '#platform/postgres/prepare-database.ts';
import { removeAbandonedClusters, startTemporaryCluster } from '#platform/postgres/temporary-cluster.ts';
import type { AtEnd } from '#scripts/up/lifetime.ts';
import { addressOf, nameTestDatabase, OWNER_ROLE } from '#tests/support/database-address.ts';

/** The Postgres of one run of all tests. */
export interface TestServer {
  /** The address of its superuser. */
  url: string;
  /** Makes a migrated, empty database for the site that the browser tests look at. */
  makeSiteDatabase: () => Promise<DatabaseEnvironment>;
  atEnd: AtEnd;
}

/** Opens the server of TEST_DATABASE_URL, or a temporary one that leaves nothing behind. */
export async function openTestServer(): Promise<TestServer> {
  const given = env().TEST_DATABASE_URL;
  return given === undefined ? openTemporary() : openGiven(given);
}

async function openTemporary(): Promise<TestServer> {
  const cluster = await startTemporaryCluster();
  return {
    url: cluster.url('postgres'),
    makeSiteDatabase: async () => {
      const { environment, openLogins } = await prepareDatabase(cluster, 'site');
      await migrate({ ownerUrl: environment.DATABASE_URL_OWNER });
      await openLogins();
      return environment;
    },
    atEnd: {
      stop: async () => {
        await cluster.stop();
        // Tests that were interrupted may have left some of their own.
        await removeAbandonedClusters();
      },
      kill: () => process.kill(cluster.pid, 'SIGQUIT'),
    },
  };
}

async function openGiven(url: string): Promise<TestServer> {
  const database = nameTestDatabase();
  return {
    url,
    makeSiteDatabase: async () => {
      await ask(url, async (connection) => {
        const known = await connection`select 1 from pg_roles where rolname = ${OWNER_ROLE}`;
        if (known.length === 0) await connection.unsafe(`create role ${OWNER_ROLE} createrole`);
        await connection.unsafe(`create database ${database} owner ${OWNER_ROLE}`);
      });
      const site = addressOf(url, database);
      const owner = addressOf(url, database, OWNER_ROLE);
      await migrate({ ownerUrl: owner });
      return { DATABASE_URL_OWNER: owner, DATABASE_URL: site, DATABASE_URL_PUBLIC: site };
    },
    atEnd: {
      stop: async () => {
        await ask(url, (connection) => connection.unsafe(`drop database if exists ${database} with (force)`));
      },
    },
  };
}
