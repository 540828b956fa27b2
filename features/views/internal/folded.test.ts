import { expect, test } from 'vitest';
import { foldName } from '#features/records/fold-name.ts';
import { patternOf } from './folded.ts';

test.each([
  ['اداره', 'إدارة المياه'],
  ['المياه', 'الْمِيَـاه'],
  ['a.b', 'a.b'],
  ['P-101', 'P-101'],
  ['Zürich', 'ZÜRICH'],
  ['zurich', 'Zürich'],
])('%s is found in %s', (word, title) => {
  expect(new RegExp(patternOf(foldName(word)), 'u').test(title)).toBe(true);
});

test.each([
  ['a.b', 'axb'],
  ['%', 'a'],
  ['(', 'a'],
  ['[a-z]', 'a'],
  ['a|b', 'b'],
  ['نقل', 'ماء'],
])('%s is taken literally and not found in %s', (word, title) => {
  expect(new RegExp(patternOf(foldName(word)), 'u').test(title)).toBe(false);
});
