import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { statementCount } from '#db/client.ts';
import { env } from '#platform/env.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const { admin } = useTestDatabase();
const here = env().DATABASE_URL;

async function beatBefore(age: string): Promise<void> {
  await admin`insert into beat (name, at) values ('worker', clock_timestamp() - ${age}::interval)
    on conflict (name) do update set at = excluded.at`;
}

// Each test asks anew: the answer of the last second is kept by the module.
async function findReadiness() {
  const fresh = await import('#features/settings/queries/find-readiness.ts');
  return fresh.findReadiness();
}

beforeEach(async () => {
  vi.resetModules();
  await beatBefore('0 seconds');
});
afterEach(() => {
  // Taking back all settings would take the database of this file along.
  vi.stubEnv('DATABASE_URL', here);
  vi.useRealTimers();
});

describe('readiness', () => {
  it('is there with a database of the newest schema', async () => {
    expect(await findReadiness()).toBe('ready');
  });

  it('is missing while the database is older than the server', async () => {
    const [newest] = await admin`
      delete from drizzle.__drizzle_migrations where created_at = (select max(created_at) from drizzle.__drizzle_migrations)
      returning *`;
    expect(await findReadiness()).toBe('migrationsMissing');
    await admin`insert into drizzle.__drizzle_migrations ${admin(newest ?? {})}`;
    expect(await findReadiness()).toBe('migrationsMissing');
    vi.resetModules();
    expect(await findReadiness()).toBe('ready');
  });

  it('is missing where nothing was migrated', async () => {
    await admin`alter schema drizzle rename to elsewhere`;
    expect(await findReadiness()).toBe('migrationsMissing');
    await admin`alter schema elsewhere rename to drizzle`;
  });

  it('is missing while the database cannot be reached', async () => {
    vi.stubEnv('DATABASE_URL', 'postgres://nobody@127.0.0.1:1/nothing');
    const { closeDatabase } = await import('#db/client.ts');
    await closeDatabase();
    expect(await findReadiness()).toBe('databaseUnreachable');
    await closeDatabase();
  });

  it('is missing while no worker has been heard of for half a minute, or ever', async () => {
    await beatBefore('29 seconds');
    expect(await findReadiness()).toBe('ready');
    vi.resetModules();
    await beatBefore('31 seconds');
    expect(await findReadiness()).toBe('workerMissing');
    vi.resetModules();
    await admin`delete from beat`;
    expect(await findReadiness()).toBe('workerMissing');
  });

  it('asks the database once, however often it is asked within a second', async () => {
    // The clock stands still: on a slow machine fifty questions may take longer than the answer is kept.
    vi.useFakeTimers({ toFake: ['performance'] });
    await findReadiness();
    const before = statementCount();
    await Promise.all(Array.from({ length: 50 }, findReadiness));
    expect(statementCount()).toBe(before);
  });
});
