import { beforeEach, describe, expect, test, vi } from 'vitest';
import { transaction } from '#db/client.ts';
import { bookFirstTurn, cancelJob, enqueue } from '#features/jobs/enqueue.ts';
import { ATTEMPTS_MAX, type DueJob, type JobHandler } from '#features/jobs/model.ts';
import { nextRunAt, runDueJob } from '#features/jobs/run-due.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { autosaveUnit } from '#features/records/commands/autosave-unit.ts';
import { keepHouse } from '#features/records/commands/keep-house.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { Problem } from '#platform/problem.ts';
import { callBy } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlace } from '#tests/support/factories.ts';

// Faults are what is tried here; nobody has to read of them.
vi.hoisted(() => vi.stubEnv('LOG_LEVEL', 'silent'));

const { admin } = useTestDatabase();

const now = () => new Date();

async function book(job: { kind?: string; runAt?: Date; uniqueKey?: string; payload?: Record<string, unknown> } = {}) {
  await transaction((tx) => enqueue(tx, { kind: 'test', payload: {}, runAt: new Date(0), ...job }, now()));
}

async function jobs() {
  return admin`
    select kind, payload, attempts, done_at is not null as done, failed_at is not null as failed, last_error as error,
      extract(epoch from run_at - now())::int as "inSeconds" from job order by created_at`;
}

function handler(run: (job: DueJob) => Promise<void> = async () => undefined): JobHandler {
  return { kind: 'test', run };
}

beforeEach(async () => {
  await admin`delete from job`;
});

describe('a job', () => {
  test('that is due is done once, the oldest first', async () => {
    const seen: unknown[] = [];
    await book({ payload: { n: 2 }, runAt: new Date(2000) });
    await book({ payload: { n: 1 }, runAt: new Date(1000) });
    const own = handler(async ({ payload }) => void seen.push(payload));
    while (await runDueJob([own], now)) continue;
    expect(seen).toEqual([{ n: 1 }, { n: 2 }]);
    expect(await jobs()).toMatchObject([{ done: true }, { done: true }]);
  });

  test('of the future waits, and its time is known', async () => {
    const runAt = new Date(Date.now() + 3_600_000);
    await book({ runAt });
    expect(await runDueJob([handler()], now)).toBe(false);
    expect(await nextRunAt()).toEqual(runAt);
  });

  test('of the same key is the same job, until it is done', async () => {
    await book({ uniqueKey: 'a', payload: { n: 1 } });
    await book({ uniqueKey: 'a', payload: { n: 2 } });
    expect(await jobs()).toMatchObject([{ payload: { n: 2 } }]);
    await runDueJob([handler()], now);
    await book({ uniqueKey: 'a', payload: { n: 3 } });
    expect(await jobs()).toHaveLength(2);
    await transaction((tx) => cancelJob(tx, 'test', 'a'));
    expect(await jobs()).toMatchObject([{ done: true }]);
  });

  test('that comes round is booked once', async () => {
    const turn = { kind: 'test', payload: {}, runAt: new Date(0), uniqueKey: '2026-11-25' };
    await bookFirstTurn(turn, now());
    await bookFirstTurn({ ...turn, uniqueKey: '2026-11-26' }, now());
    expect(await jobs()).toHaveLength(1);
  });

  test('whose transaction is rolled back was never booked', async () => {
    const failing = transaction(async (tx) => {
      await enqueue(tx, { kind: 'test', payload: {}, runAt: new Date(0) }, now());
      throw new Problem('conflict');
    });
    await expect(failing).rejects.toMatchObject({ code: 'conflict' });
    expect(await jobs()).toEqual([]);
  });
});

describe('a job that fails', () => {
  const broken = handler(async () => {
    throw new TypeError('a bug');
  });

  test('is tried again, later each time, and in the end waits for a person', async () => {
    await book();
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
      await admin`update job set run_at = now()`;
      expect(await runDueJob([broken], now)).toBe(true);
      const [row] = await jobs();
      expect(row).toMatchObject({ attempts: attempt, failed: attempt === ATTEMPTS_MAX });
      const waits = Math.min(5 * 2 ** (attempt - 1), 3600);
      expect(Math.abs(Number(row?.['inSeconds']) - waits)).toBeLessThan(5);
    }
    expect((await jobs())[0]).toMatchObject({ error: expect.stringMatching(/^unexpected /u) as unknown });
  });

  test('because it was refused is over at once; because the database was away it is tried again', async () => {
    await book();
    const answers = [new Problem('unavailable'), new Problem('stateRefused')];
    const refusing = handler(async () => {
      throw answers.shift() ?? new Error('asked too often');
    });
    await runDueJob([refusing], now);
    expect(await jobs()).toMatchObject([{ failed: false }]);
    await admin`update job set run_at = now()`;
    await runDueJob([refusing], now);
    expect(await jobs()).toMatchObject([{ failed: true, error: 'stateRefused' }]);
  });

  test('without a handler says so', async () => {
    await book({ kind: 'unknown' });
    await runDueJob([broken], now);
    expect(await jobs()).toMatchObject([{ kind: 'unknown', attempts: 1, failed: false }]);
  });

  test('because its worker died is taken up by another when the lease is over', async () => {
    await book();
    // What a worker leaves that took the job and died.
    await admin`update job set attempts = 1, run_at = now() + interval '2 minutes'`;
    expect(await runDueJob([handler()], now)).toBe(false);
    await admin`update job set run_at = now() - interval '1 second'`;
    expect(await runDueJob([handler()], now)).toBe(true);
    expect(await jobs()).toMatchObject([{ attempts: 2, done: true }]);
  });
});

describe('keeping house', () => {
  test('throws away answers of yesterday, done jobs of last month and old autosaves, and nothing else', async () => {
    const { id } = await aPlace();
    const save = async (baseRev: number, title: string) =>
      runCommand(
        saveUnit,
        { record: id, scope: 'ar', baseRev, content: { title } },
        callBy(undefined, { idempotencyKey: title }),
      );
    await runCommand(autosaveUnit, { record: id, scope: 'ar', baseRev: 1, content: { title: 'typed' } }, callBy());
    await save(2, 'old');
    await save(3, 'new');
    await book();
    await book({ kind: 'other' });
    await runDueJob([handler()], now);
    // Calls of tests carry a moment of their own, which lies ever further back.
    await admin`update idempotency set at = case key when 'old' then now() - interval '25 hours' else now() end`;
    await admin`update job set done_at = now() - interval '31 days' where done_at is not null`;
    await admin`update revision set created_at = now() - interval '31 days' where kind = 'autosave'`;
    const call = callBy(undefined, { now: new Date() });
    expect(await runCommand(keepHouse, {}, call)).toEqual({ purged: 0, autosaves: 1 });
    expect(await admin`select key from idempotency`).toEqual([{ key: 'new' }]);
    expect(await jobs()).toMatchObject([{ kind: 'other', done: false }]);
  });
});
