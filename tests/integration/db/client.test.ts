import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { keepListening } from '#db/listener.ts';
import { Problem } from '#platform/problem.ts';
import { killConnections, makeScratchDatabase, type ScratchDatabase } from './scratch-database.ts';

describe('with no database to reach', () => {
  beforeAll(() => {
    vi.stubEnv('DATABASE_URL', 'postgres://nobody@127.0.0.1:1/none');
  });

  test('each door says that the database is unavailable', async () => {
    const { appDb, closeDatabase, publicDb, transaction } = await import('#db/client.ts');
    const problem = { code: 'unavailable' };
    await expect(appDb().execute(sql`select 1`)).rejects.toMatchObject(problem);
    await expect(publicDb().execute(sql`select 1`)).rejects.toMatchObject(problem);
    await expect(transaction(async () => 1)).rejects.toMatchObject(problem);
    await closeDatabase();
  });

  test('bundles of one process share connections, and each gets problems of its own class', async () => {
    const first = await import('#db/client.ts');
    await expect(first.appDb().execute(sql`select 1`)).rejects.toThrow();
    vi.resetModules();
    const second = await import('#db/client.ts');
    const { isProblem } = await import('#platform/problem.ts');
    expect(second.statementCount()).toBe(first.statementCount());
    expect(second.statementCount()).toBeGreaterThan(0);
    const failure = await second.transaction((tx) => tx.execute(sql`select 1`)).catch((thrown: unknown) => thrown);
    expect(isProblem(failure)).toBe(true);
    await second.closeDatabase();
  });

  test('a refusal, and a mistake of ours, stay what they are', async () => {
    const { asProblem } = await import('#db/client.ts');
    const refusal = new Problem('conflict');
    const mistake = new TypeError('x is not a function');
    expect(asProblem(refusal)).toBe(refusal);
    expect(asProblem(mistake)).toBe(mistake);
    expect(asProblem(Object.assign(new Error('wrapped'), { cause: { code: '55P03' } }))).not.toBeInstanceOf(Problem);
    expect(asProblem(Object.assign(new Error('too long'), { code: '55P03' }))).toMatchObject({ code: 'unavailable' });
  });
});

describe('a listener', () => {
  let scratch: ScratchDatabase;
  beforeAll(async () => {
    scratch = await makeScratchDatabase();
  });
  afterAll(() => scratch.drop());

  test('is told what is sent, reconnects after its connection died, and ends', async () => {
    const applicationName = 'listener test';
    const heard: string[] = [];
    const onConnected = vi.fn();
    const onPayload = (payload: string): void => {
      heard.push(payload);
      if (payload === 'two') throw new Error('a listener that throws must not end the connection');
    };
    const calls = { onPayload, onConnected };
    const listener = keepListening({ url: scratch.url, applicationName }, 'News "of" today', calls);
    await expect.poll(() => onConnected.mock.calls.length).toBe(1);
    for (const payload of ['one', 'two', 'three']) await scratch.admin.notify('News "of" today', payload);
    await expect.poll(() => heard).toEqual(['one', 'two', 'three']);
    await killConnections(scratch.admin, applicationName);
    await expect.poll(() => onConnected.mock.calls.length).toBe(2);
    await scratch.admin.notify('News "of" today', 'four');
    await expect.poll(() => heard.at(-1)).toBe('four');
    await listener.close();
    await expect
      .poll(() => scratch.admin`select 1 from pg_stat_activity where application_name = ${applicationName}`)
      .toHaveLength(0);
  });
});
