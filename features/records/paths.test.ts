import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { storedContent } from '#tests/support/arbitrary-content.ts';
import { canonicalJson, changedPaths, flatten, sameValue, unflatten } from './paths.ts';

const partnership = {
  slug: 'hamburg-busan',
  themes: ['one', 'two'],
  agreements: [
    { id: 'a2', kind: 'renewal' },
    { id: 'a1', kind: 'declaration', signedOn: '2023-05-04' },
  ],
  body: { type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'b1' }, content: [] }] },
  milestones: { m1: { title: 'زيارة' } },
};

describe('flatten', () => {
  test('names items by their id and keeps their order as a value of its own', () => {
    expect(Object.fromEntries(flatten(partnership))).toEqual({
      slug: 'hamburg-busan',
      themes: ['one', 'two'],
      'agreements.#order': ['a2', 'a1'],
      'agreements.a2.kind': 'renewal',
      'agreements.a1.kind': 'declaration',
      'agreements.a1.signedOn': '2023-05-04',
      'body.#blocks': ['b1'],
      'body.b1': { type: 'paragraph', attrs: { id: 'b1' }, content: [] },
      'milestones.m1.title': 'زيارة',
    });
  });

  test('and unflatten give the content back', () => {
    fc.assert(
      fc.property(storedContent, (content) => {
        expect(unflatten(flatten(content))).toEqual(content);
      }),
    );
  });

  test('a list whose items have no names is one value', () => {
    expect([...flatten({ list: [{ kind: 'visit' }] })]).toEqual([['list', [{ kind: 'visit' }]]]);
  });
});

describe('changedPaths', () => {
  test('moving an item changes the order and nothing of the item', () => {
    const moved = { ...partnership, agreements: partnership.agreements.toReversed() };
    expect(changedPaths(partnership, moved)).toEqual(['agreements.#order']);
  });

  test('is empty exactly where the contents are the same', () => {
    fc.assert(
      fc.property(storedContent, storedContent, (one, other) => {
        expect(changedPaths(one, other).length === 0).toBe(sameValue(one, other));
      }),
    );
  });
});

describe('sameValue', () => {
  test('does not mind the order of keys, but that of lists', () => {
    expect(sameValue({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toBe(true);
    expect(sameValue([1, 2], [2, 1])).toBe(false);
  });

  test('tells a missing value from an empty one', () => {
    expect(sameValue(undefined, '')).toBe(false);
    expect(canonicalJson(undefined)).toBe('');
  });
});
