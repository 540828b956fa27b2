import { expect, test } from 'vitest';
import {
  dayIn,
  instantOf,
  isPlanTimeZone,
  PLAN_TIME_ZONES,
  readClockTime,
  siteDayOf,
  startOfSiteDay,
} from './time-zone.ts';

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

test.each(['2026-03-29T02:30', '2027-03-28T02:30'])('%s is on no clock in Berlin; the next hour is', (local) => {
  const read = readClockTime(local);
  expect(read).toEqual({ kind: 'skipped', next: new Date(`${local.slice(0, 10)}T01:30:00Z`) });
  expect(instantOf(local)).toEqual(new Date(`${local.slice(0, 10)}T01:30:00Z`));
});

test.each([
  ['2026-10-25T02:00', '00:00', '01:00'],
  ['2026-10-25T02:30', '00:30', '01:30'],
  ['2026-10-25T02:59', '00:59', '01:59'],
])('%s comes twice in Berlin, an hour apart', (local, first, second) => {
  expect(readClockTime(local)).toEqual({
    kind: 'twice',
    first: new Date(`2026-10-25T${first}:00Z`),
    second: new Date(`2026-10-25T${second}:00Z`),
  });
  expect(instantOf(local)?.toISOString()).toBe(`2026-10-25T${first}:00.000Z`);
});

test('around the change a clock time comes once', () => {
  const once = (local: string) => readClockTime(local);
  expect(once('2026-10-25T01:59')).toEqual({ kind: 'once', at: new Date('2026-10-24T23:59:00Z') });
  expect(once('2026-10-25T03:00')).toEqual({ kind: 'once', at: new Date('2026-10-25T02:00:00Z') });
  expect(once('2027-03-28T01:59')).toEqual({ kind: 'once', at: new Date('2027-03-28T00:59:00Z') });
  expect(once('2027-03-28T03:00')).toEqual({ kind: 'once', at: new Date('2027-03-28T01:00:00Z') });
});

test('each zone has its own clock; a zone without change has neither gap nor second hour', () => {
  expect(readClockTime('2026-11-30T09:00', 'Asia/Riyadh')).toEqual({
    kind: 'once',
    at: new Date('2026-11-30T06:00:00Z'),
  });
  expect(readClockTime('2026-03-29T02:30', 'UTC')).toEqual({ kind: 'once', at: new Date('2026-03-29T02:30:00Z') });
  expect(readClockTime('2026-04-24T00:30', 'Africa/Cairo')).toMatchObject({ kind: 'skipped' });
  expect(dayIn('Asia/Riyadh', new Date('2026-11-29T22:00:00Z'))).toBe('2026-11-30');
  for (const zone of PLAN_TIME_ZONES) expect(readClockTime('2026-12-01T12:00', zone)).toMatchObject({ kind: 'once' });
  expect(isPlanTimeZone('Asia/Riyadh')).toBe(true);
  expect(isPlanTimeZone('Mars/Olympus')).toBe(false);
});

test('a day that the calendar does not have is none', () => {
  expect(readClockTime('2026-02-30T12:00')).toBeNull();
  expect(readClockTime('2026-11-30T24:00')).toBeNull();
});
