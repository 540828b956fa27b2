import { expect, test } from 'vitest';
import { retryAfterMs } from './model.ts';

test('each try waits twice as long as the one before, up to an hour', () => {
  expect([1, 2, 3, 10, 11, 60].map((attempt) => retryAfterMs(attempt) / 1000)).toEqual([5, 10, 20, 2560, 3600, 3600]);
});
