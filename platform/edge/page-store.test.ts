import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folderForTest, keptPage, textOf } from '#tests/support/kept-page.ts';
import { openPageStore, type StoreLimits } from './page-store.ts';

const LIMITS: StoreLimits = { hotBytesMax: 1e6, diskBytesMax: 1e7, pagesMax: 1000 };

function open(folder = folderForTest(), limits: Partial<StoreLimits> = {}) {
  const failures: unknown[] = [];
  const store = openPageStore(folder, (thrown) => failures.push(thrown), { ...LIMITS, ...limits });
  onTestFinished(async () => store.settled());
  return { folder, failures, store };
}

function bytesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

describe('a kept page', () => {
  it('is there at once, by its address and by its tags', async () => {
    const { store } = open();
    const kept = store.keep(keptPage('/a', 'text', { tags: ['t', 'u', 't'] }));
    expect(store.hot('/a')).toBe(kept);
    expect(await store.find('/a')).toBe(kept);
    expect([...store.withTag('t')].map(({ path }) => path)).toEqual(['/a']);
    expect(await store.find('/b')).toBeNull();
  });

  it('is found by the tags of its newest version only', () => {
    const { store } = open();
    store.keep(keptPage('/a', 'one', { tags: ['old', 'both'] }));
    store.keep(keptPage('/a', 'two', { tags: ['both', 'new'] }));
    expect([...store.withTag('old')]).toEqual([]);
    expect([...store.withTag('both')]).toHaveLength(1);
    expect([...store.withTag('new')]).toHaveLength(1);
    store.drop('/a');
    expect([...store.withTag('new')]).toEqual([]);
    expect(store.stats()).toEqual({ pages: 0, hotBytes: 0, diskBytes: 0 });
  });

  it('keeps the count of those who asked for it when it is made anew', () => {
    const { store } = open();
    store.keep(keptPage('/a')).page.hits = 7;
    expect(store.keep(keptPage('/a', 'two')).page.hits).toBe(7);
  });

  it('survives a restart, before and after the folder was looked through', async () => {
    const { folder, store } = open();
    for (const path of ['/a', '/b']) store.keep(keptPage(path, `of ${path}`, { tags: ['t'], seen: [3] }));
    await store.settled();
    const { store: later } = open(folder);
    expect(textOf(await later.find('/a'))).toBe('of /a');
    await later.load();
    expect([...later.withTag('t')].map(({ path }) => path).toSorted()).toEqual(['/a', '/b']);
    expect(later.get('/b')).toMatchObject({ seen: [3], build: 'one', hits: 0 });
    expect(textOf(await later.find('/b'))).toBe('of /b');
    expect(await later.find('/c')).toBeNull();
  });

  it('is given in its newest version while that is being written', async () => {
    const { folder, store } = open(undefined, { hotBytesMax: 0 });
    store.keep(keptPage('/a', 'one'));
    await store.settled();
    for (const text of ['two', 'three', 'four']) {
      store.keep(keptPage('/a', text));
      expect(store.hot('/a')).toBeUndefined();
      expect(textOf(await store.find('/a'))).toBe(text);
    }
    await store.settled();
    expect(textOf(await open(folder).store.find('/a'))).toBe('four');
  });

  it('is read from the disk once for all who wait for it', async () => {
    const { folder, store } = open();
    store.keep(keptPage('/a'));
    await store.settled();
    const { store: later } = open(folder);
    const [one, ...others] = await Promise.all(Array.from({ length: 5 }, async () => later.find('/a')));
    expect(one).not.toBeNull();
    for (const other of others) expect(other).toBe(one);
  });
});

describe('a dropped page', () => {
  it('is gone at once and after a restart', async () => {
    const { folder, store } = open();
    store.keep(keptPage('/a'));
    store.drop('/a');
    expect(await store.find('/a')).toBeNull();
    await store.settled();
    expect(await open(folder).store.find('/a')).toBeNull();
    store.keep(keptPage('/a', 'again'));
    expect(textOf(await store.find('/a'))).toBe('again');
  });

  it('does not come back from a reading that was under way', async () => {
    const { folder, store } = open();
    store.keep(keptPage('/a'));
    await store.settled();
    const { store: later } = open(folder);
    await later.load();
    const reading = later.find('/a');
    later.drop('/a');
    expect(await reading).toBeNull();
    expect(later.hot('/a')).toBeUndefined();
    expect(later.get('/a')).toBeUndefined();
    await later.settled();
    expect(await later.find('/a')).toBeNull();
  });

  it('that was made again meanwhile is given in its new version', async () => {
    const { folder, store } = open();
    store.keep(keptPage('/a', 'one'));
    await store.settled();
    const { store: later } = open(folder, { hotBytesMax: 0 });
    await later.load();
    const reading = later.find('/a');
    later.drop('/a');
    later.keep(keptPage('/a', 'two'));
    expect(textOf(await reading)).not.toBe('one');
    expect(textOf(await later.find('/a'))).toBe('two');
  });
});

describe('the bounds of a store', () => {
  it('hold in memory; who was asked for lately stays', async () => {
    const { store } = open(undefined, { hotBytesMax: 10_000 });
    for (let at = 0; at < 100; at += 1) {
      store.keep(keptPage(`/${String(at)}`, 'x'.repeat(900)));
      const often = store.hot('/0');
      if (often !== undefined) often.isRecent = true;
      expect(store.stats().hotBytes).toBeLessThanOrEqual(10_000);
    }
    expect(store.hot('/0')).toBeDefined();
    expect(store.hot('/50')).toBeUndefined();
    expect(textOf(await store.find('/50'))).toBe('x'.repeat(900));
    expect(store.stats()).toMatchObject({ pages: 100 });
  });

  it('hold in memory for a page that is larger than all of it', async () => {
    const { store } = open(undefined, { hotBytesMax: 100 });
    store.keep(keptPage('/small', 'x'));
    expect(textOf(store.keep(keptPage('/large', 'x'.repeat(1000))))).toHaveLength(1000);
    expect(store.stats().hotBytes).toBeLessThanOrEqual(100);
    expect(textOf(await store.find('/large'))).toHaveLength(1000);
  });

  it('hold for the number of pages; the least read give way', async () => {
    const { folder, store } = open(undefined, { pagesMax: 20 });
    for (let at = 0; at < 60; at += 1) {
      const { page } = store.keep(keptPage(`/${String(at)}`));
      page.hits = at < 5 ? 100 : 0;
    }
    expect(store.stats().pages).toBe(20);
    for (let at = 0; at < 5; at += 1) expect(store.get(`/${String(at)}`)).toBeDefined();
    await store.settled();
    const { store: later } = open(folder);
    await later.load();
    expect(later.stats().pages).toBe(20);
  });

  it('hold on the disk, also where large pages come after small ones', async () => {
    const { folder, store } = open(undefined, { diskBytesMax: 50_000 });
    for (let at = 0; at < 100; at += 1) store.keep(keptPage(`/small-${String(at)}`, 'x'.repeat(400)));
    for (let at = 0; at < 40; at += 1) {
      store.keep(keptPage(`/large-${String(at)}`, 'x'.repeat(5000)));
      expect(store.stats().diskBytes).toBeLessThanOrEqual(50_000);
    }
    await store.settled();
    expect(bytesIn(folder)).toBeLessThan(60_000);
    expect(store.get('/large-39')).toBeDefined();
  });

  it('hold after a restart with smaller ones', async () => {
    const { folder, store } = open();
    for (let at = 0; at < 50; at += 1) store.keep(keptPage(`/${String(at)}`));
    await store.settled();
    const { store: later } = open(folder, { pagesMax: 10 });
    await later.load();
    expect(later.stats().pages).toBe(10);
    later.keep(keptPage('/new'));
    expect(later.stats().pages).toBe(10);
  });
});

describe('a disk that fails', () => {
  it('keeps nobody from a page in memory, and is told', async () => {
    const folder = folderForTest();
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'no folder');
    const { failures, store } = open(folder);
    await store.load();
    store.keep(keptPage('/a', 'text'));
    await store.settled();
    expect(failures).toHaveLength(1);
    expect(textOf(await store.find('/a'))).toBe('text');
    expect(await store.find('/b')).toBeNull();
  });

  it('for one page does not give an older version of it after a restart, and takes the next one', async () => {
    const { folder, failures, store } = open();
    store.keep(keptPage('/a', 'one'));
    await store.settled();
    const [part = ''] = readdirSync(folder);
    const [name = ''] = readdirSync(join(folder, part));
    rmSync(join(folder, part, name));
    mkdirSync(join(folder, part, name, 'in-the-way'), { recursive: true });
    store.keep(keptPage('/a', 'two'));
    await store.settled();
    expect(failures).toHaveLength(1);
    expect(textOf(await store.find('/a'))).toBe('two');
    expect(await open(folder).store.find('/a')).toBeNull();
    rmSync(join(folder, part, name), { recursive: true });
    store.keep(keptPage('/a', 'three'));
    await store.settled();
    expect(textOf(await open(folder).store.find('/a'))).toBe('three');
  });
});

it('has room again once the disk has kept up: what waits for it lies in memory', async () => {
  const { folder, store } = open();
  for (let number = 0; number < 200; number += 1) store.keep(keptPage(`/${String(number)}`));
  const filesWhenRoom = store.hasRoom().then(() => filesIn(folder));
  expect(filesIn(folder)).toBe(0);
  expect(await filesWhenRoom).toBeGreaterThanOrEqual(100);
  await store.settled();
  expect(filesIn(folder)).toBe(200);
});

function filesIn(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f]{40}$/u.test(name))
    .length;
}
