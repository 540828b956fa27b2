import { expect, test } from 'vitest';
import { clockText, dayText, momentText } from './moment-text.ts';

const MOMENT = new Date('2023-05-04T12:02:00Z');

test('a day is written as on the pages for readers, never the month first', () => {
  expect(momentText('en', MOMENT, 'day')).toBe('4 May 2023');
  expect(momentText('de', MOMENT, 'day')).toBe('4. Mai 2023');
  expect(momentText('ar', MOMENT, 'day')).toBe('4 مايو 2023');
});

test('the clock is that of the site, with Latin digits in all languages', () => {
  expect(momentText('en', MOMENT)).toMatch(/^4 May 2023\D+14:02$/u);
  expect(momentText('de', MOMENT, 'time')).toBe('14:02');
  expect(momentText('ar', MOMENT, 'time')).toMatch(/^2:02/u);
});

test('a moment stands on the clocks of any zone, a calendar day on none', () => {
  expect(clockText('en', MOMENT, { style: 'appointment', timeZone: 'Asia/Riyadh' })).toMatch(
    /^Thursday,? 4 May 2023\D+15:02$/u,
  );
  expect(dayText('de', '2026-12-01', 'weekday')).toBe('Dienstag, 1. Dezember 2026');
});
