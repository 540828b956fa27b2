import { expect, test } from 'vitest';
import { findTextFault } from './text-faults.ts';

test.each([
  ['a right-to-left override', 'ab\u202Ecd', 'bidiControl'],
  ['an isolate', '\u2066ab\u2069', 'bidiControl'],
  ['an Arabic letter mark', 'ab\u061C', 'bidiControl'],
  ['a lone surrogate', 'ab\uD83D', 'loneSurrogate'],
  ['a null character', 'ab\u0000', 'controlCharacter'],
  ['a C1 control', 'ab\u0085', 'controlCharacter'],
  ['a noncharacter', 'ab\uFFFF', 'controlCharacter'],
] as const)('%s is refused in a paragraph', (_name, text, fault) => {
  expect(findTextFault(text, 'paragraph')).toBe(fault);
});

test.each(['\n', '\r', '\u2028', '\u2029', '\u0085'])('a line break %j is refused in a line', (sign) => {
  expect(findTextFault(`a${sign}b`, 'line')).toBe('lineBreak');
});

test('what languages need stays: joiners, vowel signs, emoji, line ends and tabs of a paragraph', () => {
  expect(findTextFault('می\u200Cخواهم عَرَبِيّ 👩\u200D💻', 'line')).toBeNull();
  expect(findTextFault('one\ntwo\tthree', 'paragraph')).toBeNull();
});
