import { expect, test } from 'vitest';
import { dayAfter, morningOf } from './jobs.ts';

test.each([
  ['2026-03-28', '2026-03-28T06:00:00.000Z'],
  ['2026-03-29', '2026-03-29T05:00:00.000Z'],
  ['2026-10-24', '2026-10-24T05:00:00.000Z'],
  ['2026-10-25', '2026-10-25T06:00:00.000Z'],
])('on %s it is seven in the morning at %s, also where the clocks change', (day, instant) => {
  expect(morningOf(day)).toMatchObject({ runAt: new Date(instant), uniqueKey: day });
});

test('no day is left out and none comes twice where the clocks change', () => {
  expect([dayAfter('2026-03-28'), dayAfter('2026-03-29'), dayAfter('2026-10-25'), dayAfter('2026-12-31')]).toEqual([
    '2026-03-29',
    '2026-03-30',
    '2026-10-26',
    '2027-01-01',
  ]);
});
