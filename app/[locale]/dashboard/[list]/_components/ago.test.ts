import { expect, test } from 'vitest';
import { agoOf } from './ago.ts';

const now = new Date('2026-11-27T12:00:00Z');

test.each([
  ['2026-11-27T11:59:59Z', 'this minute'],
  ['2026-11-27T11:58:00Z', '2 minutes ago'],
  ['2026-11-26T11:00:00Z', 'yesterday'],
  ['2026-11-12T12:00:00Z', '2 weeks ago'],
  ['2024-11-12T12:00:00Z', '2 years ago'],
  ['2026-11-27T12:00:30Z', 'this minute'],
])('%s is told in the greatest step that fits', (moment, words) => {
  expect(agoOf(moment, { now, locale: 'en' })).toBe(words);
});

test('digits are Latin in Arabic as well', () => {
  expect(agoOf('2026-11-27T11:55:00Z', { now, locale: 'ar' })).toContain('5');
});
