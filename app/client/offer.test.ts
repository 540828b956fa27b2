import { expect, test } from 'vitest';
import { offeredLanguage } from './offer.ts';

test.each([
  [['de-AT', 'en'], 'ar', ['ar', 'de', 'en'], 'de'],
  [['fr', 'en-GB', 'de'], 'ar', ['ar', 'de', 'en'], 'en'],
  [['de', 'en'], 'ar', ['ar', 'en'], 'en'],
  [['de'], 'ar', ['ar'], null],
  [['ar-EG', 'de'], 'ar', ['ar', 'de'], null],
  [['fr', 'ar', 'de'], 'ar', ['ar', 'de'], null],
  [[], 'de', ['ar', 'de'], null],
])('readers of %j on a page in %s that is there in %j are offered %s', (wanted, current, there, expected) => {
  expect(offeredLanguage(wanted, current, there)).toBe(expected);
});
