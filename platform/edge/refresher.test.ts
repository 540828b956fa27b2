import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { folderForTest, keptPage } from '#tests/support/kept-page.ts';
import type { Made, PageMaker } from './page-maker.ts';
import { openPageStore, type PageStore } from './page-store.ts';
import { createRefresher, type Refresher } from './refresher.ts';

const BROKEN: Made = { kind: 'failed', reason: 'broken' };

let store: PageStore;
let refresher: Refresher;
let due: Set<string>;
/** Pages that fail, and `*` where all do. */
let bad: Set<string>;
/** What was asked for, in order. */
let asked: string[];
let failures: string[];
let maker: PageMaker;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  store = openPageStore(folderForTest(), () => undefined);
  [due, bad, asked, failures] = [new Set(), new Set(), [], []];
  maker = {
    make: async (path) => {
      asked.push(path);
      await Promise.resolve();
      if (bad.has('*') || bad.has(path)) return BROKEN;
      due.delete(path);
      return { kind: 'page', page: store.keep(keptPage(path)) };
    },
  };
  refresher = createRefresher({
    store,
    maker: { make: async (path) => maker.make(path) },
    isDue: (path) => due.has(path),
    onFailure: (path) => failures.push(path),
  });
});

afterEach(async () => {
  await refresher.close();
  vi.useRealTimers();
  await store.settled();
});

/** Keeps a page that so many have asked for, and puts it out of date. */
function putOutOfDate(path: string, hits = 0): void {
  store.keep(keptPage(path)).page.hits = hits;
  due.add(path);
}

/** Lets everything happen that needs no more time than this. */
async function pass(ms = 0): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}

describe('pages that are out of date', () => {
  it('are made anew, the most read first, and nothing else is', async () => {
    for (const [path, hits] of [
      ['/a', 1],
      ['/b', 9],
      ['/c', 5],
    ] as const)
      putOutOfDate(path, hits);
    store.keep(keptPage('/fresh'));
    refresher.add(['/a', '/fresh', '/b', '/c']);
    expect(refresher.backlog().waiting).toBe(4);
    await pass();
    expect(asked).toEqual(['/b', '/c', '/a']);
    expect(refresher.backlog()).toEqual({ waiting: 0, oldestSeconds: 0 });
  });

  it('that are no longer there are dropped', async () => {
    putOutOfDate('/gone');
    maker = { make: async () => Promise.resolve({ kind: 'missing' }) };
    refresher.add(['/gone']);
    await pass();
    expect(store.get('/gone')).toBeUndefined();
    expect(refresher.backlog().waiting).toBe(0);
  });

  it('wait with their age as long as they fail', async () => {
    putOutOfDate('/a');
    bad.add('/a');
    refresher.add(['/a']);
    await pass(60_000);
    expect(refresher.backlog()).toEqual({ waiting: 1, oldestSeconds: 60 });
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.length).toBeLessThan(40);
    bad.clear();
    await pass(10_000);
    expect(refresher.backlog()).toEqual({ waiting: 0, oldestSeconds: 0 });
  });
});

describe('pages that cannot be made', () => {
  it.each([1, 2, 3, 10])('do not hold up the others, however much they are read: %s', async (count) => {
    const broken = Array.from({ length: count }, (_path, at) => `/bad-${String(at)}`);
    const good = Array.from({ length: 20 }, (_path, at) => `/good-${String(at)}`);
    for (const path of broken) {
      putOutOfDate(path, 100);
      bad.add(path);
    }
    for (const path of good) putOutOfDate(path, 1);
    refresher.add([...broken, ...good]);
    await pass(60_000);
    expect(good.filter((path) => due.has(path))).toEqual([]);
    bad.clear();
    await pass(60_000);
    expect([...due]).toEqual([]);
  });

  it('all of them, make everything wait, and ask less and less', async () => {
    const paths = Array.from({ length: 40 }, (_path, at) => `/${String(at)}`);
    for (const path of paths) putOutOfDate(path);
    bad.add('*');
    refresher.add(paths);
    await pass();
    expect(asked.length).toBeLessThanOrEqual(4);
    await pass(10_000);
    const before = asked.length;
    await pass(20_000);
    expect(asked.length - before).toBeLessThanOrEqual(12);
    expect(failures).toHaveLength(asked.length);
  });

  it('are tried at once when something is back', async () => {
    const paths = Array.from({ length: 40 }, (_path, at) => `/${String(at)}`);
    for (const path of paths) putOutOfDate(path);
    bad.add('*');
    refresher.add(paths);
    await pass(60_000);
    bad.clear();
    refresher.wake();
    await pass();
    expect([...due]).toEqual([]);
  });

  it('come by themselves where nobody says that something is back', async () => {
    const paths = Array.from({ length: 40 }, (_path, at) => `/${String(at)}`);
    for (const path of paths) putOutOfDate(path);
    bad.add('*');
    refresher.add(paths);
    await pass(60_000);
    bad.clear();
    await pass(10_000);
    expect([...due]).toEqual([]);
  });
});

it('a page that is marked again while it is made is made again', async () => {
  putOutOfDate('/a');
  const { make } = maker;
  maker = {
    make: async (path) => {
      const made = await make(path);
      if (asked.length === 1) {
        due.add(path);
        refresher.add([path]);
      }
      return made;
    },
  };
  refresher.add(['/a']);
  await pass();
  expect(asked).toEqual(['/a', '/a']);
  expect([...due]).toEqual([]);
  expect(refresher.backlog().waiting).toBe(0);
});

it('a closed one makes nothing any more', async () => {
  await refresher.close();
  putOutOfDate('/a');
  refresher.add(['/a']);
  await pass(10_000);
  expect(asked).toEqual([]);
});
