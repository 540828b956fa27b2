import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { listen, transaction } from '#db/client.ts';
import type { Listener } from '#db/listener.ts';
import { markTags } from '#features/ledger/internal/mark-tags.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const { admin } = useTestDatabase();

/** Later than the clock of any database, so that it alone decides. */
const FROZEN = new Date('2100-01-01T00:00:00.123Z');

const heard: unknown[] = [];
let listener: Listener | null = null;

beforeAll(
  () =>
    new Promise<void>((resolve) => {
      listener = listen('cache_tags', (payload) => heard.push(JSON.parse(payload)), resolve);
    }),
);
afterAll(async () => listener?.close());
beforeEach(() => heard.splice(0));

/** Microseconds, so that a part of a millisecond would be seen. */
async function keptTimes(): Promise<Record<string, number>> {
  const rows = await admin<{ tag: string; us: string }[]>`
    select tag, (extract(epoch from at) * 1000000)::bigint as us from cache_tag`;
  return Object.fromEntries(rows.map(({ tag, us }) => [tag, Number(us)]));
}

async function mark(tags: string[], now = FROZEN): Promise<unknown> {
  const before = heard.length;
  await transaction((tx) => markTags(tx, new Set(tags), now));
  await vi.waitFor(() => expect(heard.length).toBeGreaterThan(before));
  return heard.at(-1);
}

test('the notification names exactly the time that the table keeps, by either clock', async () => {
  expect(await mark(['b', 'a'])).toEqual({ tags: ['a', 'b'], times: [FROZEN.getTime(), FROZEN.getTime()] });
  expect(await keptTimes()).toMatchObject({ a: FROZEN.getTime() * 1000, b: FROZEN.getTime() * 1000 });
  const byDatabase = await mark(['c'], new Date(0));
  const { c } = await keptTimes();
  expect(byDatabase).toEqual({ tags: ['c'], times: [(c ?? 0) / 1000] });
  expect(Math.abs((c ?? 0) / 1000 - Date.now())).toBeLessThan(60_000);
});

test('marks of one tag increase although the clock stands still', async () => {
  const times = [];
  for (let turn = 0; turn < 3; turn += 1) times.push(await mark(['still']));
  const at = FROZEN.getTime();
  expect(times).toEqual([at, at + 1, at + 2].map((ms) => ({ tags: ['still'], times: [ms] })));
});

test('a mark is later than one with parts of a millisecond', async () => {
  await admin`insert into cache_tag (tag, at) values ('fine', '2100-01-01T00:00:00.1239Z')`;
  expect(await mark(['fine'])).toEqual({ tags: ['fine'], times: [FROZEN.getTime() + 1] });
});

test('each tag has a time of its own', async () => {
  await mark(['old']);
  const said = await mark(['new', 'old']);
  const { new: fresh = 0, old = 0 } = await keptTimes();
  expect(old - fresh).toBe(1000);
  expect(said).toEqual({ tags: ['new', 'old'], times: [fresh / 1000, old / 1000] });
});

test('a release of very many pages names none of them, since a notification has an end', async () => {
  expect(await mark(Array.from({ length: 500 }, (_, number) => `record:${String(number)}`))).toEqual({ tags: [] });
});
