import { expect, test } from 'vitest';
import { sortKeyOf } from './sort-key.ts';

test('the Arabic article does not count, a name that only begins alike stays whole', () => {
  expect(sortKeyOf('الرياض', 'ar')).toBe('رياض');
  expect(sortKeyOf('ألمانيا', 'ar')).toBe('ألمانيا');
  expect(sortKeyOf('الا', 'ar')).toBe('الا');
});

test('other languages are sorted by the whole name', () => {
  expect(sortKeyOf(' İzmir', 'de')).toBe('İzmir');
});
