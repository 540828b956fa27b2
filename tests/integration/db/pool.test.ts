import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ConnectionLost, findLoss } from '#db/connection-lost.ts';
import { createGuardedPool, type Database, type GuardedPool } from '#db/pool.ts';
import type { SlotsOptions } from '#db/slots.ts';
import { killConnections, makeScratchDatabase, type ScratchDatabase } from './scratch-database.ts';

const APPLICATION = 'pool test';
const letter = pgTable('letter', {
  id: integer().primaryKey(),
  sentAt: timestamp({ withTimezone: true }),
  tags: text().array(),
  content: jsonb(),
});

let scratch: ScratchDatabase;
const pools: GuardedPool[] = [];

beforeAll(async () => {
  scratch = await makeScratchDatabase();
  await scratch.admin`create table letter (id int primary key, sent_at timestamptz, tags text[], content jsonb)`;
});
beforeEach(async () => {
  await scratch.admin`truncate letter`;
});
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});
afterAll(() => scratch.drop());

function makePool(options: Partial<SlotsOptions> = {}): GuardedPool {
  const pool = createGuardedPool({ url: scratch.url, applicationName: APPLICATION, max: 3, ...options });
  pools.push(pool);
  return pool;
}

async function idsInTable(): Promise<number[]> {
  const rows = await scratch.admin<{ id: number }[]>`select id from letter order by id`;
  return rows.map(({ id }) => id);
}

async function failureOf(work: PromiseLike<unknown>): Promise<unknown> {
  return work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
}

const insert = (db: Database, id: number) => db.insert(letter).values({ id });

describe('a transaction whose connection dies', () => {
  test('leaves nothing behind, and the next one works', async () => {
    const pool = makePool();
    const works: Promise<unknown>[] = [];
    const failure = await failureOf(
      pool.transaction(async (tx) => {
        await insert(tx, 1);
        const rest = killConnections(scratch.admin, APPLICATION).then(() => failureOf(insert(tx, 2)));
        works.push(rest);
        await rest;
      }),
    );
    expect(failure).toMatchObject({ code: 'CONNECTION_LOST', sent: false });
    expect(await works[0]).toBeInstanceOf(Error);
    expect(await idsInTable()).toEqual([]);
    await pool.transaction((tx) => insert(tx, 3).execute());
    expect(await idsInTable()).toEqual([3]);
  });

  test('sends none of the statements that were waiting for their turn', async () => {
    const pool = makePool();
    const failure = await failureOf(
      pool.transaction(async (tx) => {
        const statements = [tx.execute(sql`select pg_sleep(1)`), insert(tx, 1), insert(tx, 2)];
        setTimeout(() => void killConnections(scratch.admin, APPLICATION), 30);
        await Promise.all(statements);
      }),
    );
    await sleep(50);
    expect(failure).toBeInstanceOf(ConnectionLost);
    expect(await idsInTable()).toEqual([]);
  });

  test('fails at once, even when its work never ends', async () => {
    const pool = makePool({ max: 1 });
    const stuck = pool.transaction(async (tx) => {
      await insert(tx, 1);
      setTimeout(() => void killConnections(scratch.admin, APPLICATION), 20);
      await new Promise(() => undefined);
    });
    expect(await failureOf(stuck)).toBeInstanceOf(ConnectionLost);
    expect(await pool.db.select().from(letter)).toEqual([]);
  });

  test('says that nobody knows when it dies during COMMIT', async () => {
    await scratch.admin.unsafe(`
      create function pause() returns trigger language plpgsql as $$ begin perform pg_sleep(1); return null; end $$;
      create constraint trigger pause after insert on letter deferrable initially deferred
        for each row execute function pause()`);
    const pool = makePool();
    const failure = failureOf(pool.transaction((tx) => insert(tx, 1)));
    await sleep(100);
    await killConnections(scratch.admin, APPLICATION);
    expect(await failure).toMatchObject({ code: 'CONNECTION_LOST', sent: true });
    await scratch.admin.unsafe('drop function pause cascade');
    expect(await idsInTable()).toEqual([]);
  });
});

describe('a transaction', () => {
  test('is undone when its work throws', async () => {
    const pool = makePool();
    const failure = await failureOf(
      pool.transaction(async (tx) => {
        await insert(tx, 1);
        throw new Error('refused');
      }),
    );
    expect(failure).toMatchObject({ message: 'refused' });
    expect(await idsInTable()).toEqual([]);
    expect(pool.stats()).toMatchObject({ idle: 1, busy: 0 });
  });

  test('fails when one of its statements failed, even if its work caught the error', async () => {
    const failure = await failureOf(
      makePool().transaction(async (tx) => {
        await insert(tx, 1);
        await failureOf(insert(tx, 1));
      }),
    );
    expect(failure).toMatchObject({ code: '23505' });
    expect(await idsInTable()).toEqual([]);
  });

  test('refuses statements after its end', async () => {
    const pool = makePool();
    const kept: Database[] = [];
    await pool.transaction(async (tx) => {
      kept.push(tx);
      await insert(tx, 1);
    });
    for (const tx of kept) expect(await failureOf(insert(tx, 2).execute())).toBeInstanceOf(Error);
    expect(await idsInTable()).toEqual([1]);
  });

  test('is tried once more after a deadlock', async () => {
    const pool = makePool();
    await scratch.admin`insert into letter (id) values (1), (2)`;
    let attempts = 0;
    let held = 0;
    let bothHoldOne = (): void => undefined;
    const meeting = new Promise<void>((resolve) => {
      bothHoldOne = resolve;
    });
    const lockInOrder = (first: number, second: number) =>
      pool.transaction(async (tx) => {
        attempts += 1;
        await tx.execute(sql`set local deadlock_timeout = '20ms'`);
        await tx.execute(sql`select 1 from letter where id = ${first} for update`);
        held += 1;
        if (held === 2) bothHoldOne();
        await meeting;
        await tx.execute(sql`select 1 from letter where id = ${second} for update`);
      });
    await Promise.all([lockInOrder(1, 2), lockInOrder(2, 1)]);
    expect(attempts).toBe(3);
  });

  test('is tried once more after a serialisation failure, and not more often', async () => {
    const raise = sql`do $$ begin raise exception using errcode = '40001'; end $$`;
    let attempts = 0;
    const failure = await failureOf(
      makePool().transaction(async (tx) => {
        attempts += 1;
        await tx.execute(raise);
      }),
    );
    expect(attempts).toBe(2);
    expect(failure).toMatchObject({ code: '40001' });
  });
});

describe('a single statement', () => {
  test('is read over a new connection when its own had died', async () => {
    const pool = makePool();
    await pool.db.select().from(letter);
    await killConnections(scratch.admin, APPLICATION);
    expect(await pool.db.select().from(letter)).toEqual([]);
  });

  test('has a deadline, whatever the server does', async () => {
    const pool = makePool({ deadlineMs: 150 });
    const since = performance.now();
    const failure = await failureOf(pool.db.execute(sql`select pg_sleep(3)`));
    expect(findLoss(failure)).toMatchObject({ reason: 'deadline' });
    expect(performance.now() - since).toBeLessThan(1000);
    expect(await pool.db.select().from(letter)).toEqual([]);
  });

  test('does not wait for a free connection for ever', async () => {
    const pool = makePool({ max: 1, waitMsMax: 100 });
    const long = failureOf(pool.db.execute(sql`select pg_sleep(0.4)`));
    await sleep(20);
    expect(findLoss(await failureOf(pool.db.select().from(letter).execute()))).toMatchObject({ reason: 'noneFree' });
    expect(await long).toBeNull();
    expect(await pool.db.select().from(letter)).toEqual([]);
  });

  test.each(['begin', 'COMMIT', 'rollback', 'savepoint a', 'set role postgres'])('may not be %s', async (statement) => {
    const failure = await failureOf(makePool().db.execute(sql.raw(statement)));
    expect(failure).toMatchObject({ cause: { message: expect.stringContaining('transaction()') as unknown } });
  });

  test('acts as the role of its pool, within its time', async () => {
    await scratch.admin`create role pool_test_reader`;
    const pool = makePool({ role: 'pool_test_reader', statementTimeoutMs: 100 });
    expect([...(await pool.db.execute(sql`select current_user as name`))]).toEqual([{ name: 'pool_test_reader' }]);
    expect(await failureOf(pool.db.execute(sql`select pg_sleep(1)`))).toMatchObject({ cause: { code: '57014' } });
    await pool.close();
    await scratch.admin`drop role pool_test_reader`;
  });

  test('carries dates, lists and documents both ways, through columns and by hand', async () => {
    const pool = makePool();
    const row = { id: 1, sentAt: new Date('2023-05-04T10:00:00Z'), tags: ['مدينة', 'a "b", {c}'], content: { a: [1] } };
    await pool.transaction((tx) => tx.insert(letter).values(row).execute());
    expect(await pool.db.select().from(letter)).toEqual([row]);
    const byHand = sql`select ${row.sentAt}::timestamptz = sent_at as date, ${sql.param(row.tags)}::text[] = tags as list,
      tags, ${sql.param(row.content)}::jsonb as content from letter`;
    const [found] = await pool.db.execute(byHand);
    expect(found).toEqual({ date: true, list: true, tags: row.tags, content: row.content });
  });
});

describe('a pool', () => {
  test('lets work under way finish when it is closed, and leaves no connection', async () => {
    // A name of its own: the server may still be at work for a connection that another test cut off.
    const applicationName = 'pool closing test';
    const pool = makePool({ applicationName });
    const work = pool.transaction(async (tx) => {
      await sleep(100);
      await insert(tx, 1);
    });
    await sleep(30);
    await pool.close();
    await work;
    expect(await idsInTable()).toEqual([1]);
    await expect
      .poll(() => scratch.admin`select 1 from pg_stat_activity where application_name = ${applicationName}`)
      .toHaveLength(0);
    expect(findLoss(await failureOf(pool.db.select().from(letter).execute()))).toBeInstanceOf(ConnectionLost);
  });

  test('gives connections back to the server that nobody needs', async () => {
    const pool = makePool({ idleMsMax: 50 });
    await pool.db.select().from(letter);
    expect(pool.stats()).toMatchObject({ idle: 1 });
    await sleep(150);
    expect(pool.stats()).toMatchObject({ idle: 0, lost: 0 });
  });

  test.each([
    { server: 'accepts and says nothing', onConnection: () => undefined },
    { server: 'hangs up at once', onConnection: (socket: net.Socket) => socket.end() },
  ])('fails within three seconds when the server $server', async ({ onConnection }) => {
    const server = net.createServer(onConnection);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const pool = makePool({ url: `postgres://nobody@127.0.0.1:${String(port)}/none` });
    const since = performance.now();
    const failures = await Promise.all([
      failureOf(pool.db.execute(sql`select 1`)),
      failureOf(pool.transaction(async () => 1)),
    ]);
    expect(failures.map((failure) => findLoss(failure)?.code)).toEqual(['CONNECTION_LOST', 'CONNECTION_LOST']);
    expect(performance.now() - since).toBeLessThan(5000);
    server.close();
  });
});
