import { expect, test } from 'vitest';
import { inHijri } from './hijri.ts';

test('a day has one day, a month or year all that it lies in', () => {
  expect(inHijri('2023-05-11', 'ar')).toBe('21 شوال 1444 هـ');
  expect(inHijri('2026-11-22', 'ar')).toBe('12 جمادى الآخرة 1448 هـ');
  expect(inHijri('2023-05', 'ar')).toMatch(/^شوال\s–\sذو القعدة 1444 هـ$/u);
  expect(inHijri('2023', 'ar')).toBe('1444–1445 هـ');
});

test.each(['1882', '1882-11', '1882-11-11', '1517', '0001-01-01', '2175', '9999-12-31'])(
  'what the calendar does not reach stays alone (%s)',
  (date) => expect(inHijri(date, 'ar')).toBeNull(),
);

test.each(['', 'P1Y', '2023-05-11T10:00:00Z', '12345', 'yesterday'])('what is no date stays alone (%s)', (date) =>
  expect(inHijri(date, 'ar')).toBeNull(),
);

test('the first days that it reaches are named', () => {
  expect(inHijri('1882-11-12', 'ar')).toBe('1 محرم 1300 هـ');
  expect(inHijri('1883', 'de')).toContain('1300');
});
