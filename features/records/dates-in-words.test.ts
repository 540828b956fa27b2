import { describe, expect, it } from 'vitest';
import { dateInWords, numberInDigits, periodInWords } from './dates-in-words.ts';

describe('a date in words', () => {
  it.each([
    ['2023-05-04', '4 مايو 2023', '4. Mai 2023', '4 May 2023'],
    ['2023-05', 'مايو 2023', 'Mai 2023', 'May 2023'],
    ['1995', '1995', '1995', '1995'],
    ['2025-12-31', '31 ديسمبر 2025', '31. Dezember 2025', '31 December 2025'],
  ])('%s', (date, ar, de, en) => {
    expect(dateInWords(date, 'ar')).toBe(ar);
    expect(dateInWords(date, 'de')).toBe(de);
    expect(dateInWords(date, 'en')).toBe(en);
  });

  it('names both Arabic months where it is formal, and changes nothing elsewhere', () => {
    expect(dateInWords('2023-05-04', 'ar', 'formal')).toBe('4 أيار/مايو 2023');
    expect(dateInWords('1995-03', 'ar', 'formal')).toBe('آذار/مارس 1995');
    expect(dateInWords('1995', 'ar', 'formal')).toBe('1995');
    expect(dateInWords('2023-05-04', 'de', 'formal')).toBe('4. Mai 2023');
  });

  it('leaves what is no date as it is', () => {
    expect(dateInWords('2023-02-30', 'ar')).toBe('2023-02-30');
    expect(dateInWords('soon', 'en')).toBe('soon');
  });

  it('carries no signs of direction that a copied date would take along', () => {
    const marks = /[\u200E\u200F\u061C\u2066-\u2069]/u;
    for (let month = 1; month <= 12; month += 1) {
      expect(dateInWords(`2023-${String(month).padStart(2, '0')}-09`, 'ar', 'formal')).not.toMatch(marks);
    }
  });
});

describe('a period in words', () => {
  it.each([
    ['2022-04-04', '2022-04-06', '4', '6 أبريل 2022', '4.', '6. April 2022'],
    ['2022-04-30', '2022-05-02', '30 أبريل', '2 مايو 2022', '30. April', '2. Mai 2022'],
    ['2022-12-30', '2023-01-02', '30 ديسمبر 2022', '2 يناير 2023', '30. Dezember 2022', '2. Januar 2023'],
    ['2022-04', '2022-06', 'أبريل', 'يونيو 2022', 'April', 'Juni 2022'],
    ['2020', '2022', '2020', '2022', '2020', '2022'],
    ['2020', '2020-06', '2020', 'يونيو 2020', '2020', 'Juni 2020'],
    ['2020', '2020', '2020', '2020', '2020', '2020'],
  ])('%s to %s', (from, until, arFrom, arUntil, deFrom, deUntil) => {
    expect(periodInWords(from, until, 'ar')).toEqual({ from: arFrom, until: arUntil });
    expect(periodInWords(from, until, 'de')).toEqual({ from: deFrom, until: deUntil });
  });
});

describe('a number', () => {
  it('has ASCII digits in every language', () => {
    expect(numberInDigits(1_739_117, 'ar')).toBe('1,739,117');
    expect(numberInDigits(1_739_117, 'de')).toBe('1.739.117');
    expect(numberInDigits(8546.4, 'en')).toBe('8,546');
  });
});
