import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findMoves } from './moves.ts';

test.each([
  ['nothing', 'abc', 'abc', []],
  ['the last to the front', 'abc', 'cab', [['c', 3, 1]]],
  ['the first to the end', 'abcd', 'bcda', [['a', 1, 4]]],
  ['what comes and goes moves nothing', 'abc', 'xacy', []],
  ['one moves among others that go', 'abcd', 'dbc', [['d', 4, 1]]],
])('%s', (_name, before, after, expected) => {
  expect(findMoves([...before], [...after]).map(({ id, from, to }) => [id, from, to])).toEqual(expected);
});

test('what did not move keeps its order, and nothing is said to have moved in a list of one order', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...'abcdefgh']), fc.shuffledSubarray([...'abcdefgh']), (before, after) => {
      const moved = new Set(findMoves(before, after).map(({ id }) => id));
      const left = (ids: string[], others: string[]) => ids.filter((id) => others.includes(id) && !moved.has(id));
      expect(left(after, before)).toEqual(left(before, after));
      expect(findMoves(before, before)).toEqual([]);
    }),
  );
});
