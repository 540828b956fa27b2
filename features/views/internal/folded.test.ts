import { expect, test } from 'vitest';
import { foldArabic, patternOf } from './folded.ts';

test.each([
  ['إدارة', 'اداره'],
  ['الميَاه', 'المياه'],
  ['Zürich', 'zürich'],
])('%s is compared as %s', (word, folded) => {
  expect(foldArabic(word)).toBe(folded);
});

test.each([
  ['اداره', 'إدارة المياه'],
  ['المياه', 'الْمِيَـاه'],
  ['a.b', 'a.b'],
])('%s is found in %s', (word, title) => {
  expect(new RegExp(patternOf(word), 'u').test(title)).toBe(true);
});

test.each([
  ['a.b', 'axb'],
  ['%', 'a'],
  ['(', 'a'],
  ['[a-z]', 'a'],
  ['a|b', 'b'],
  ['نقل', 'ماء'],
])('%s is taken literally and not found in %s', (word, title) => {
  expect(new RegExp(patternOf(word).replaceAll(/\\([%])/gu, '$1'), 'u').test(title)).toBe(false);
});
