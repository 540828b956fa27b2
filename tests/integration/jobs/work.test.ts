import { expect, test, vi } from 'vitest';
import { enqueue } from '#features/jobs/enqueue.ts';
import type { JobHandler } from '#features/jobs/model.ts';
import { work } from '#features/jobs/work.ts';
import { transaction } from '#db/client.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const { admin } = useTestDatabase();

async function beats(): Promise<number[]> {
  const rows = await admin<{ ms: number }[]>`
    select extract(epoch from at)::float8 * 1000 as ms from beat where name = 'worker'`;
  return rows.map(({ ms }) => ms);
}

test('the worker says that it is alive at once and again, also during a long job', async () => {
  const stop = new AbortController();
  const finish: (() => void)[] = [];
  const long: JobHandler = {
    kind: 'test.long',
    run: () =>
      new Promise((resolve) => {
        finish.push(resolve);
      }),
  };
  const now = new Date();
  await transaction((tx) => enqueue(tx, { kind: long.kind, payload: {}, runAt: now }, now));
  const working = work([long], stop.signal);
  await vi.waitFor(() => expect(finish).toHaveLength(1));
  await vi.waitFor(async () => expect(await beats()).toHaveLength(1));
  const [first = 0] = await beats();
  expect(Math.abs(first - Date.now())).toBeLessThan(60_000);
  await vi.waitFor(
    async () => {
      const [next = 0] = await beats();
      expect(next - first).toBeGreaterThan(1000);
      expect(next - first).toBeLessThan(10_000);
    },
    { timeout: 10_000, interval: 200 },
  );
  for (const end of finish) end();
  stop.abort();
  await working;
  const [last = 0] = await beats();
  expect(last, 'whoever looks while it restarts finds a beat').toBeGreaterThan(first);
});
