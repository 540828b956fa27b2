import { describe, expect, test } from 'vitest';
import { confirmPaths, hashText, stalePathsOf, textPaths } from './staleness.ts';

const source = (content: Record<string, unknown>) => ({ rev: 7, hashes: textPaths(content) });

describe('hashText', () => {
  test('changes with the words', () => {
    expect(hashText('Hamburg')).not.toBe(hashText('Hamburgs'));
  });

  test.each([
    ['a line break', 'one two', 'one\ntwo'],
    ['several spaces', 'one two', 'one   two'],
    ['spaces at the edges', 'one two', ' one two '],
    ['another form of the same letter', 'Düsseldorf', 'Düsseldorf'],
  ])('does not change with %s', (_name, one, other) => {
    expect(hashText(other)).toBe(hashText(one));
  });
});

test('orders are no text: moving an item makes no translation outdated', () => {
  const labels = { agreements: [{ id: 'a1', title: 'x' }], body: { type: 'doc', content: [{ attrs: { id: 'b1' } }] } };
  expect([...textPaths(labels).keys()]).toEqual(['agreements.a1.title', 'body.b1']);
});

describe('a translation', () => {
  const basis = confirmPaths({}, ['title', 'lead'], source({ title: 'Hamburg', lead: 'Port' }));

  test('follows the source as it was when somebody worked on it', () => {
    expect(stalePathsOf(basis, textPaths({ title: 'Hamburg', lead: 'Port' }))).toEqual([]);
  });

  test('is outdated on exactly the paths that say something else now, or nothing', () => {
    expect(stalePathsOf(basis, textPaths({ title: 'Hamburg', lead: 'Port city' }))).toEqual(['lead']);
    expect(stalePathsOf(basis, textPaths({ lead: 'Port' }))).toEqual(['title']);
  });

  test('is not outdated by a path that it never had', () => {
    expect(stalePathsOf(basis, textPaths({ title: 'Hamburg', lead: 'Port', 'body.b1': 'new' }))).toEqual([]);
  });

  test('is confirmed path by path', () => {
    const now = source({ title: 'Hamburg, port', lead: 'Port city' });
    expect(stalePathsOf(confirmPaths(basis, ['lead'], now), now.hashes)).toEqual(['title']);
  });

  test('forgets a path that the source no longer has once somebody worked on it', () => {
    const now = source({ title: 'Hamburg' });
    expect(stalePathsOf(confirmPaths(basis, ['lead'], now), now.hashes)).toEqual([]);
  });
});
