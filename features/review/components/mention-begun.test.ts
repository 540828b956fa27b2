import { expect, test } from 'vitest';
import { foldName, mentionBegun } from './mention-begun.ts';

test.each([
  ['@', ''],
  ['رأيك يا @سل', 'سل'],
  ['«@Anna Li', 'Anna Li'],
  ['one\n@two', 'two'],
])('in %j a name is being typed', (before, typed) => {
  expect(mentionBegun(before)).toBe(typed);
});

test.each(['', 'a@b', '@Anna ', '@a b c d', 'no name'])('in %j none is', (before) => {
  expect(mentionBegun(before)).toBeNull();
});

test('marks and cases do not matter', () => {
  expect(foldName('أَحمد')).toBe(foldName('احمد'));
  expect(foldName('Müller')).toBe('muller');
});
