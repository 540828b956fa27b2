import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { env } from '#platform/env.ts';

/** An empty database of its own for one test file, with a superuser's connection to break things with. */
export interface ScratchDatabase {
  url: string;
  admin: postgres.Sql;
  drop: () => Promise<void>;
}

/** Makes an empty database on the server that the tests run against. */
export async function makeScratchDatabase(): Promise<ScratchDatabase> {
  const server = serverUrl();
  const name = `scratch_${randomBytes(6).toString('hex')}`;
  const root = postgres(server, { max: 1, onnotice: () => undefined });
  await root.unsafe(`create database ${name}`);
  const address = new URL(server);
  address.pathname = `/${name}`;
  const admin = postgres(address.href, { max: 2, onnotice: () => undefined });
  return {
    url: address.href,
    admin,
    drop: async () => {
      await admin.end({ timeout: 1 });
      await root.unsafe(`drop database ${name} with (force)`);
      await root.end({ timeout: 1 });
    },
  };
}

/** Ends the connections of one application, as an administrator or a restart would. */
export async function killConnections(admin: postgres.Sql, applicationName: string): Promise<void> {
  await admin`select pg_terminate_backend(pid, 1000) from pg_stat_activity where application_name = ${applicationName}`;
}

function serverUrl(): string {
  const url = env().TEST_DATABASE_URL;
  if (url === undefined) throw new Error('TEST_DATABASE_URL must name a server on which databases may be made');
  return url;
}
