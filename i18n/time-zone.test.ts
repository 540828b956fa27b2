import { expect, test } from 'vitest';
import { instantOf, siteDayOf, startOfSiteDay } from './time-zone.ts';

test('a clock time in the zone is an instant, in summer and in winter', () => {
  expect(instantOf('2026-07-01T12:00')?.toISOString()).toBe('2026-07-01T10:00:00.000Z');
  expect(instantOf('2026-12-01T12:00')?.toISOString()).toBe('2026-12-01T11:00:00.000Z');
});

test('the night on which the clock changes', () => {
  expect(instantOf('2026-03-29T01:59')?.toISOString()).toBe('2026-03-29T00:59:00.000Z');
  expect(instantOf('2026-03-29T03:00')?.toISOString()).toBe('2026-03-29T01:00:00.000Z');
  expect(instantOf('2026-10-25T03:00')?.toISOString()).toBe('2026-10-25T02:00:00.000Z');
});

test('what is no clock time is refused', () => {
  expect(instantOf('2026-13-01T12:00')).toBeNull();
  expect(instantOf('tomorrow')).toBeNull();
});

test('a day begins where the day before ends', () => {
  const start = startOfSiteDay('2026-11-25');
  expect(siteDayOf(start)).toBe('2026-11-25');
  expect(siteDayOf(new Date(start.getTime() - 1))).toBe('2026-11-24');
});
