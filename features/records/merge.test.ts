import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { storedContent } from '#tests/support/arbitrary-content.ts';
import { findBroughtPaths, mergeThreeWay, settle, takePaths } from './merge.ts';
import type { Content } from './model.ts';
import { changedPaths, flatten, sameValue } from './paths.ts';

const contents = [storedContent, storedContent, storedContent] as const;
const isOrder = (path: string) => path.includes('#');

function agreements(...items: Content[]): Content {
  return { agreements: items };
}

function text(...blocks: [id: string, words: string][]): Content {
  const content = blocks.map(([id, words]) => ({
    type: 'paragraph',
    attrs: { id },
    content: [{ type: 'text', text: words }],
  }));
  return { body: { type: 'doc', content } };
}

describe('what only one side changed', () => {
  test('disjoint paths stand side by side', () => {
    const base = { title: 'Hamburg', lead: 'Port' };
    const merge = mergeThreeWay({ base, theirs: { ...base, lead: 'Port city' }, mine: { ...base, title: 'هامبورغ' } });
    expect(merge).toMatchObject({
      content: { title: 'هامبورغ', lead: 'Port city' },
      merged: ['title'],
      conflicts: [],
    });
  });

  test('the same change on both sides is no conflict', () => {
    const merge = mergeThreeWay({ base: { title: 'A' }, theirs: { title: 'B' }, mine: { title: 'B' } });
    expect(merge).toMatchObject({ content: { title: 'B' }, conflicts: [] });
  });

  test('a path that both changed carries all three values', () => {
    const merge = mergeThreeWay({ base: { title: 'A' }, theirs: { title: 'B' }, mine: { title: 'C' } });
    expect(merge.conflicts).toEqual([{ path: 'title', base: 'A', theirs: 'B', mine: 'C' }]);
  });
});

describe('items of a list', () => {
  const base = agreements({ id: 'a1', kind: 'contract', signedOn: '1995' });

  test('each side adds one: both stay, each behind its neighbour', () => {
    const theirs = agreements({ id: 'a0', kind: 'resolution' }, { id: 'a1', kind: 'contract', signedOn: '1995' });
    const mine = agreements({ id: 'a1', kind: 'contract', signedOn: '1995' }, { id: 'a2', kind: 'renewal' });
    const { content, conflicts } = mergeThreeWay({ base, theirs, mine });
    expect(conflicts).toEqual([]);
    expect(content).toEqual(
      agreements(
        { id: 'a0', kind: 'resolution' },
        { id: 'a1', kind: 'contract', signedOn: '1995' },
        { id: 'a2', kind: 'renewal' },
      ),
    );
  });

  test('one side adds a field to what the other removed: all of the item is in question', () => {
    const worked = agreements({ id: 'a1', kind: 'contract', signedOn: '1995', url: 'https://example.org' });
    const removedByMe = mergeThreeWay({ base, theirs: worked, mine: {} });
    expect(removedByMe.conflicts.map(({ path, theirs, mine }) => [path, theirs, mine])).toEqual([
      ['agreements.a1.kind', 'contract', undefined],
      ['agreements.a1.signedOn', '1995', undefined],
      ['agreements.a1.url', 'https://example.org', undefined],
    ]);
    const removedByThem = mergeThreeWay({ base, theirs: {}, mine: worked });
    expect(removedByThem.conflicts.map(({ path }) => path)).toEqual([
      'agreements.a1.kind',
      'agreements.a1.signedOn',
      'agreements.a1.url',
    ]);
  });

  test('both begin one of the same name: they are not mixed into one', () => {
    const { conflicts } = mergeThreeWay({
      base: {},
      theirs: agreements({ id: 'a1', kind: 'contract' }),
      mine: agreements({ id: 'a1', signedOn: '2024' }),
    });
    expect(conflicts.map(({ path }) => path)).toEqual(['agreements.a1.kind', 'agreements.a1.signedOn']);
  });

  test('a removal that nobody worked against goes through', () => {
    const theirs = agreements({ id: 'a1', kind: 'contract', signedOn: '1995' }, { id: 'a2', kind: 'renewal' });
    expect(mergeThreeWay({ base, theirs, mine: {} })).toMatchObject({
      content: agreements({ id: 'a2', kind: 'renewal' }),
      conflicts: [],
    });
  });

  test('my order stands where they only added', () => {
    const two = [
      { id: 'a1', kind: 'contract' },
      { id: 'a2', kind: 'renewal' },
    ];
    const { content } = mergeThreeWay({
      base: agreements(...two),
      theirs: agreements(...two, { id: 'a3', kind: 'resolution' }),
      mine: agreements(...two.toReversed()),
    });
    const ids = Array.isArray(content['agreements']) ? content['agreements'].map(({ id }: Content) => id) : [];
    expect(ids).toEqual(['a2', 'a3', 'a1']);
  });
});

describe('settling conflicts', () => {
  test('a paragraph that they removed and I keep comes back to its place', () => {
    const base = text(['b1', 'one'], ['b2', 'two'], ['b3', 'three']);
    const mine = text(['b1', 'one'], ['b2', 'two, better'], ['b3', 'three']);
    const merge = mergeThreeWay({ base, theirs: text(['b1', 'one'], ['b3', 'three']), mine });
    expect(merge.conflicts.map(({ path }) => path)).toEqual(['body.b2']);
    expect(settle(merge, { 'body.b2': 'mine' })).toEqual(mine);
    expect(settle(merge, { 'body.b2': 'theirs' })).toEqual(text(['b1', 'one'], ['b3', 'three']));
  });

  test('an item that I removed and they worked on goes or stays as a whole', () => {
    const theirs = agreements({ id: 'a1', kind: 'contract', signedOn: '1996' });
    const merge = mergeThreeWay({
      base: agreements({ id: 'a1', kind: 'contract', signedOn: '1995' }),
      theirs,
      mine: {},
    });
    const all = (side: 'mine' | 'theirs') => Object.fromEntries(merge.conflicts.map(({ path }) => [path, side]));
    expect(settle(merge, all('mine'))).toEqual({});
    expect(settle(merge, all('theirs'))).toEqual(theirs);
  });

  test('every choice is what is written', () => {
    fc.assert(
      fc.property(fc.tuple(...contents), fc.constantFrom('mine', 'theirs'), ([base, theirs, mine], side) => {
        const merge = mergeThreeWay({ base, theirs, mine });
        const settled = settle(merge, Object.fromEntries(merge.conflicts.map(({ path }) => [path, side])));
        const flat = flatten(settled);
        for (const conflict of merge.conflicts) expect(flat.get(conflict.path)).toEqual(conflict[side]);
      }),
      { numRuns: 400 },
    );
  });
});

describe('whatever two writers do', () => {
  test('each path that either changed is in the result or in question', () => {
    fc.assert(
      fc.property(...contents, (base, theirs, mine) => {
        const { content, conflicts } = mergeThreeWay({ base, theirs, mine });
        const result = flatten(content);
        const asked = new Set(conflicts.map(({ path }) => path));
        for (const side of [theirs, mine]) {
          const flat = flatten(side);
          for (const path of changedPaths(base, side)) {
            if (isOrder(path) || asked.has(path)) continue;
            expect([path, result.get(path)]).toEqual([path, flat.get(path)]);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('each item that either added is in the list, and what either removed is gone, unless it is in question', () => {
    fc.assert(
      fc.property(...contents, (base, theirs, mine) => {
        const { content, conflicts } = mergeThreeWay({ base, theirs, mine });
        for (const path of ['agreements.#order', 'body.#blocks']) {
          const prefix = path.slice(0, path.indexOf('#'));
          const ids = (one: Content) => (flatten(one).get(path) ?? []) as string[];
          const isAsked = (id: string) => conflicts.some((one) => `${one.path}.`.startsWith(`${prefix}${id}.`));
          const result = ids(content);
          expect(new Set(result).size).toBe(result.length);
          for (const side of [theirs, mine]) {
            const added = ids(side).filter((id) => !ids(base).includes(id));
            expect(added.filter((id) => !result.includes(id) && !isAsked(id))).toEqual([]);
            const removed = ids(base).filter((id) => !ids(side).includes(id));
            expect(removed.filter((id) => result.includes(id) && !isAsked(id))).toEqual([]);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('work against nobody is taken as it is', () => {
    fc.assert(
      fc.property(storedContent, storedContent, (base, changed) => {
        expect(mergeThreeWay({ base, theirs: base, mine: changed })).toMatchObject({ content: changed, conflicts: [] });
        expect(mergeThreeWay({ base, theirs: changed, mine: base })).toMatchObject({ content: changed, conflicts: [] });
        expect(mergeThreeWay({ base, theirs: changed, mine: changed }).conflicts).toEqual([]);
      }),
    );
  });

  test('the conflicts are the same whoever comes second', () => {
    fc.assert(
      fc.property(...contents, (base, theirs, mine) => {
        const one = mergeThreeWay({ base, theirs, mine });
        const other = mergeThreeWay({ base, theirs: mine, mine: theirs });
        const pathsOf = ({ conflicts }: typeof one) => conflicts.map(({ path }) => path);
        expect(pathsOf(other)).toEqual(pathsOf(one));
        if (one.conflicts.length > 0) return;
        const inOrder = (content: Content) => [...flatten(content)].filter(([path]) => !isOrder(path));
        expect(sameValue(Object.fromEntries(inOrder(one.content)), Object.fromEntries(inOrder(other.content)))).toBe(
          true,
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('places taken from another content', () => {
  test('all of them give the other one, none of them leaves the first as it is', () => {
    fc.assert(
      fc.property(storedContent, storedContent, (into, from) => {
        expect(sameValue(takePaths(into, from, changedPaths(into, from)), from)).toBe(true);
        expect(sameValue(takePaths(into, from, []), into)).toBe(true);
      }),
    );
  });

  test('one changes nothing but itself', () => {
    fc.assert(
      fc.property(storedContent, storedContent, fc.nat(), (into, from, at) => {
        const changed = changedPaths(into, from).filter((path) => !isOrder(path));
        const path = changed[at % Math.max(1, changed.length)];
        if (path === undefined) return;
        const taken = takePaths(into, from, [path]);
        expect(changedPaths(into, taken).filter((one) => !isOrder(one))).toEqual([path]);
      }),
    );
  });

  test('a block of a text comes back between its neighbours', () => {
    const old = text(['b1', 'أول'], ['b2', 'ثانٍ'], ['b3', 'ثالث']);
    const now = text(['b1', 'أول'], ['b3', 'ثالث معدّل'], ['b4', 'رابع']);
    const expected = text(['b1', 'أول'], ['b2', 'ثانٍ'], ['b3', 'ثالث معدّل'], ['b4', 'رابع']);
    expect(takePaths(now, old, ['body.b2'])).toEqual(expected);
  });
});

describe('what comes along from the other writer', () => {
  const base = { title: 'أ', ...agreements({ id: 'a1', kind: 'contract' }) };
  const theirs = { title: 'ب', ...agreements({ id: 'a1', kind: 'contract' }, { id: 'a2', kind: 'renewal' }) };
  const mine = { ...base, lead: 'و' };

  test('is listed by place, an item that came as one', () => {
    const { brought } = mergeThreeWay({ base, theirs, mine });
    expect(brought).toEqual([
      { path: 'agreements.a2', base: undefined, theirs: { kind: 'renewal' } },
      { path: 'title', base: 'أ', theirs: 'ب' },
    ]);
    expect(findBroughtPaths(base, theirs, { ...theirs, lead: 'و' })).toEqual(['agreements.a2', 'title']);
  });

  test('can be left out', () => {
    const merge = mergeThreeWay({ base, theirs, mine });
    expect(settle(merge, { 'agreements.a2': 'mine' })).toEqual({ ...mine, title: 'ب' });
    expect(settle(merge, { title: 'mine' })).toEqual({ ...theirs, title: 'أ', lead: 'و' });
  });

  test('a third wording takes the place of both', () => {
    const merge = mergeThreeWay({ base, theirs, mine: { ...base, title: 'ج' } });
    expect(settle(merge, { title: 'edit' }, { title: 'د' })).toMatchObject({ title: 'د' });
  });
});
