import { describe, expect, it } from 'vitest';
import { createGate } from './gate.ts';

/** Work that is done when the test says so. */
function createWork() {
  const running: (() => void)[] = [];
  let most = 0;
  return {
    run: async () => {
      await new Promise<void>((resolve) => {
        running.push(resolve);
        most = Math.max(most, running.length);
      });
      return 'done';
    },
    finish: async (count = 1, atEachTurn: () => unknown = () => undefined) => {
      for (const done of running.splice(0, count)) done();
      // Whoever waits for it goes on within a few turns.
      for (let turn = 0; turn < 10; turn += 1) {
        await Promise.resolve();
        atEachTurn();
      }
    },
    running: () => running.length,
    most: () => most,
  };
}

describe('a gate', () => {
  it('lets so many in at once, as many wait, and turns the others away', async () => {
    const gate = createGate(2, 1);
    const work = createWork();
    const all = Array.from({ length: 4 }, async () => gate.run(work.run));
    expect(await all[3]).toBeNull();
    expect(work.running()).toBe(2);
    await work.finish(1);
    expect(work.running()).toBe(2);
    await work.finish(2);
    expect(await Promise.all(all)).toEqual(['done', 'done', 'done', null]);
  });

  it('goes on after work that failed', async () => {
    const gate = createGate(1, 5);
    const broken = gate.run(async () => Promise.reject(new Error('broken')));
    const next = gate.run(async () => Promise.resolve('next'));
    await expect(broken).rejects.toThrow('broken');
    expect(await next).toBe('next');
  });

  it('keeps its number, also where somebody comes at the moment when a place is free', async () => {
    const gate = createGate(1, 100);
    const work = createWork();
    const all = [gate.run(work.run), gate.run(work.run)];
    await work.finish(1, () => all.push(gate.run(work.run)));
    while (work.running() > 0) await work.finish();
    expect(new Set(await Promise.all(all))).toEqual(new Set(['done']));
    expect(work.most()).toBe(1);
  });
});
