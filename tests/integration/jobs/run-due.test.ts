import { beforeEach, describe, expect, test } from 'vitest';
import { transaction } from '#db/client.ts';
import { cancelJob, enqueue } from '#features/jobs/enqueue.ts';
import { ATTEMPTS_MAX, type DueJob, type JobHandler, type NewJob } from '#features/jobs/model.ts';
import { nextRunAt, runDueJob } from '#features/jobs/run-due.ts';
import { Problem } from '#platform/problem.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const { admin } = useTestDatabase();
const clock = () => new Date();

beforeEach(async () => {
  await admin`delete from job`;
});

describe('booking', () => {
  test('a job is booked with its cause or not at all', async () => {
    const cause = transaction(async (tx) => {
      await enqueue(tx, due({ kind: 'test.never' }), clock());
      throw new Error('the cause failed');
    });
    await expect(cause).rejects.toThrow('the cause failed');
    expect(await nextRunAt()).toBeNull();
  });

  test('the later of two jobs with one key counts', async () => {
    const later = new Date(Date.now() + 60_000);
    await book(due({ uniqueKey: 'one', payload: { n: 1 } }));
    await book(due({ uniqueKey: 'one', payload: { n: 2 }, runAt: later }));
    const rows = await admin`select payload from job`;
    expect(rows.map(({ payload }) => payload as unknown)).toEqual([{ n: 2 }]);
    expect(await nextRunAt()).toEqual(later);
  });

  test('waiting work can be taken back', async () => {
    await book(due({ uniqueKey: 'one' }));
    await transaction((tx) => cancelJob(tx, 'test.count', 'one'));
    expect(await nextRunAt()).toBeNull();
  });
});

describe('working', () => {
  test('what is due is done once, oldest first; what is not due waits', async () => {
    const { done, handler } = counting();
    await book(due({ payload: { n: 2 }, runAt: new Date(Date.now() - 1000) }));
    await book(due({ payload: { n: 1 }, runAt: new Date(Date.now() - 2000) }));
    await book(due({ payload: { n: 3 }, runAt: new Date(Date.now() + 60_000) }));
    while (await runDueJob([handler], clock)) continue;
    expect(done.map(({ payload }) => payload)).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test('two workers never do one job', async () => {
    const { done, handler } = counting();
    for (let n = 0; n < 20; n += 1) await book(due({ payload: { n } }));
    const worker = async () => {
      while (await runDueJob([handler], clock)) continue;
    };
    await Promise.all([worker(), worker(), worker()]);
    expect(done).toHaveLength(20);
    expect(new Set(done.map(({ id }) => id)).size).toBe(20);
  });

  test('the job of a worker that died comes back', async () => {
    const { done, handler } = counting();
    await book(due());
    await admin`update job set attempts = 1, run_at = now() - interval '1 second'`;
    await runDueJob([handler], clock);
    expect(done[0]?.attempt).toBe(2);
  });

  test('a failure is tried again later, and at last waits for a person', async () => {
    const handler = failing(() => new Error('no network'));
    await book(due());
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
      await admin`update job set run_at = now() - interval '1 second'`;
      expect(await runDueJob([handler], clock)).toBe(true);
    }
    const [row] = await admin`select failed_at is not null as failed, attempts, last_error from job`;
    expect(row).toMatchObject({ failed: true, attempts: ATTEMPTS_MAX });
    expect(row?.['last_error']).toMatch(/^unexpected \S+$/u);
    expect(await runDueJob([handler], clock), 'nothing waits any more').toBe(false);
  });

  test('a refusal would be one again, so the job has failed at once; an absent database has not', async () => {
    await book(due({ kind: 'test.fail', payload: {} }));
    await runDueJob([{ ...failing(() => new Problem('stateRefused')), kind: 'test.fail' }], clock);
    expect((await admin`select last_error, failed_at is not null as failed from job`)[0]).toMatchObject({
      last_error: 'stateRefused',
      failed: true,
    });
    await admin`delete from job`;
    await book(due({ kind: 'test.fail', payload: {} }));
    await runDueJob([{ ...failing(() => new Problem('unavailable')), kind: 'test.fail' }], clock);
    expect((await admin`select failed_at from job`)[0]).toMatchObject({ failed_at: null });
  });

  test('a kind that nobody handles is not lost', async () => {
    await book(due({ kind: 'test.unknown' }));
    await runDueJob([], clock);
    expect((await admin`select done_at, failed_at from job`)[0]).toEqual({ done_at: null, failed_at: null });
  });
});

function due(changes: Partial<NewJob> = {}): NewJob {
  return { kind: 'test.count', payload: {}, runAt: new Date(Date.now() - 1000), ...changes };
}

async function book(job: NewJob): Promise<void> {
  await transaction((tx) => enqueue(tx, job, clock()));
}

function counting(): { done: DueJob[]; handler: JobHandler } {
  const done: DueJob[] = [];
  return { done, handler: { kind: 'test.count', run: async (job) => void done.push(job) } };
}

function failing(error: () => Error): JobHandler {
  return {
    kind: 'test.count',
    run: async () => {
      throw error();
    },
  };
}
