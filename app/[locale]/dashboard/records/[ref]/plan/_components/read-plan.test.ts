import { expect, test } from 'vitest';
import { readPlan } from './read-plan.ts';

test.each([
  ['2026-11-30', '09:00'],
  ['٢٠٢٦-١١-٣٠', '٠٩:٠٠'],
  ['۲۰۲۶-۱۱-۳۰', '۰۹:۰۰'],
])('a time in the digits of %s is read by the clock of its zone', (date, time) => {
  const asked = readPlan({ date, time, zone: 'Asia/Riyadh', unit: ['de', 'facts'], deed: 'withdraw' });
  expect(asked).toMatchObject({ deed: 'withdraw', scopes: ['de', 'facts'], zone: 'Asia/Riyadh' });
  expect(asked.clock).toEqual({ kind: 'once', at: new Date('2026-11-30T06:00:00Z') });
});

test('what was made up counts for nothing', () => {
  const asked = readPlan({ date: 'x', time: '99:99', zone: 'Mars/Olympus', unit: ['fr', 'ar'], deed: 'burn' });
  expect(asked).toMatchObject({ deed: 'release', scopes: ['ar'], zone: 'Europe/Berlin', clock: null });
});

test('nothing asked is an empty form', () => {
  expect(readPlan({})).toMatchObject({ deed: 'release', scopes: [], date: '', clock: null });
});
