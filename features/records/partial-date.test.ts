import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstDayOf, lastDayOf, parsePartialDate } from './partial-date.ts';

describe('parsePartialDate', () => {
  test.each([
    ['2023-05-04', { year: 2023, month: 5, day: 4 }],
    ['2023-05', { year: 2023, month: 5, day: null }],
    ['1995', { year: 1995, month: null, day: null }],
    ['2024-02-29', { year: 2024, month: 2, day: 29 }],
    ['2000-02-29', { year: 2000, month: 2, day: 29 }],
  ])('%s', (text, date) => {
    expect(parsePartialDate(text)).toEqual(date);
  });

  test.each([
    '2023-02-29',
    '1900-02-29',
    '2023-04-31',
    '2023-13',
    '2023-00',
    '2023-01-00',
    '0999',
    '23-05-04',
    '2023-5-4',
    '04.05.2023',
    '2023-05-04T00:00',
    ' 2023',
    '2023\n',
    '٢٠٢٣',
    '',
  ])('%j is no date', (text) => {
    expect(parsePartialDate(text)).toBeNull();
  });

  test('knows exactly the days of the calendar', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, day) => {
          const text = `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const exists = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
          expect(parsePartialDate(text) !== null).toBe(exists);
        },
      ),
    );
  });
});

test('a year reaches from its first to its last day', () => {
  expect([firstDayOf('1996'), lastDayOf('1996')]).toEqual(['1996-01-01', '1996-12-31']);
  expect([firstDayOf('1996-02'), lastDayOf('1996-02')]).toEqual(['1996-02-01', '1996-02-29']);
  expect([firstDayOf('1996-02-03'), lastDayOf('1996-02-03')]).toEqual(['1996-02-03', '1996-02-03']);
});
