import { sql } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { appDb, publicDb, transaction } from '#db/client.ts';
import type { Database } from '#db/pool.ts';
import { enterRequest } from '#platform/request-context.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const { admin } = useTestDatabase();

/** The statement as the server got it. */
async function ownText(db: Database): Promise<string> {
  const [row] = await db.execute<{ query: string }>(sql`select current_query() as query`);
  return row?.query ?? '';
}

/** In a turn of its own, as each request of a server is: what is entered lasts as long as what follows from it. */
async function during<T>(request: string, work: () => PromiseLike<T>): Promise<T> {
  return new Promise((resolve) => {
    setImmediate(() => {
      enterRequest({ headers: { 'x-request-id': request } });
      resolve(work());
    });
  });
}

test('the server sees which request a statement was sent for, at every door', async () => {
  const beginning = /^\/\* request=request-one \*\/ select current_query/u;
  await during('request-one', async () => {
    expect(await ownText(appDb())).toMatch(beginning);
    expect(await ownText(publicDb())).toMatch(beginning);
    expect(await transaction(ownText)).toMatch(beginning);
  });
});

test('whoever looks at the server sees it too', async () => {
  const sleeping = during('request-slow', () => appDb().execute(sql`select pg_sleep(0.5)`));
  await vi.waitFor(async () => {
    const rows = await admin`select query from pg_stat_activity
      where datname = current_database() and state = 'active' and query like '%pg_sleep%' and pid <> pg_backend_pid()`;
    expect(rows).toEqual([{ query: '/* request=request-slow */ select pg_sleep(0.5)' }]);
  });
  await sleeping;
});

test('requests that take turns at the connections keep their names', async () => {
  const names = Array.from({ length: 30 }, (_, index) => `request-${String(index)}`);
  const texts = await Promise.all(names.map((name) => during(name, () => ownText(appDb()))));
  expect(texts.map((text) => /request=(\S+)/u.exec(text)?.[1])).toEqual(names);
});

test('outside of requests a statement is sent as it is, also over a connection that a request opened', async () => {
  expect(await ownText(appDb())).toMatch(/^select current_query/u);
});

test('what may not be sent is still refused', async () => {
  await during('request-two', async () => {
    await expect(appDb().execute(sql`begin`)).rejects.toThrow();
    await expect(appDb().execute(sql`set role madinatan_public`)).rejects.toThrow();
  });
});
