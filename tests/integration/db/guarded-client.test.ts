import { afterAll, beforeAll, expect, test } from 'vitest';
import { countFaults } from '#tests/faults/transactions.ts';
import { makeScratchDatabase, type ScratchDatabase } from './scratch-database.ts';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await makeScratchDatabase();
});
afterAll(() => scratch.drop());

test(
  'guarded transactions leave no row behind and lose none when their connection breaks',
  { timeout: 60_000 },
  async () => {
    const count = await countFaults({ ownerUrl: scratch.url, driver: 'guarded', cycles: 20 });
    expect(count).toMatchObject({ strayRows: 0, lostRows: 0, exits: 0, hangs: 0 });
    // Otherwise nothing was broken, and nothing proven.
    expect(count.failed).toBeGreaterThan(10);
  },
);

test('the bare driver fails the same test, so that the test can see something', { timeout: 60_000 }, async () => {
  const count = await countFaults({ ownerUrl: scratch.url, driver: 'unguarded', cycles: 4 });
  expect(count.strayRows + count.exits).toBeGreaterThan(0);
});
