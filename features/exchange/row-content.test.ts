import { describe, expect, test } from 'vitest';
import { KINDS } from '#features/kinds/all.ts';
import { importRow } from './input.ts';
import { factsOfRow } from './row-content.ts';

function factsOf(facts: Record<string, unknown>, row: Record<string, unknown> = {}) {
  return factsOfRow(KINDS.partnership, importRow.parse({ kind: 'partnership', key: 'K', facts, ...row }));
}

const source = { publisher: 'Hamburg', url: 'https://www.hamburg.de' };

describe('items without a name', () => {
  test('get one by their place, around those that have one', () => {
    const agreements = [{ kind: 'contract' }, { id: 'a1', kind: 'renewal' }, { kind: 'resolution' }];
    expect(factsOf({ agreements, themes: ['x'], sdgs: [] })).toEqual({
      agreements: [
        { id: 'a1-1', kind: 'contract' },
        { id: 'a1', kind: 'renewal' },
        { id: 'a3', kind: 'resolution' },
      ],
      themes: ['x'],
      sdgs: [],
    });
  });

  test('what is no item stays for the check', () => {
    expect(factsOf({ parties: [{ place: 'x' }, 'y', null] })).toEqual({
      parties: [{ id: 'p1', place: 'x' }, 'y', null],
    });
  });
});

describe('the source of a row', () => {
  test('stands behind every fact that bears claims and names none', () => {
    const facts = {
      type: 'port',
      parties: [{ id: 'p1', place: 'x' }],
      agreements: [
        { id: 'a1', kind: 'contract' },
        { id: 'a2', kind: 'renewal', sourceId: 's1' },
      ],
      sources: [{ id: 's1', publisher: 'Busan' }],
    };
    expect(factsOf(facts, { source })).toEqual({
      ...facts,
      agreements: [
        { id: 'a1', kind: 'contract', sourceId: 'row' },
        { id: 'a2', kind: 'renewal', sourceId: 's1' },
      ],
      sources: [
        { id: 's1', publisher: 'Busan' },
        { id: 'row', ...source },
      ],
      claims: [
        { id: 'row-type', path: 'type', sourceId: 'row', accepted: true },
        { id: 'row-parties', path: 'parties', sourceId: 'row', accepted: true },
      ],
    });
  });

  test('leaves facts alone that have a claim, and those that are not there', () => {
    const claims = [{ id: 'c1', path: 'type', sourceId: 's1', accepted: true }];
    const { claims: made } = factsOf({ type: 'port', claims }, { source });
    expect(made).toEqual(claims);
  });

  test.each(['sources', 'claims'])('does not paper over %s that are no list', (name) => {
    expect(factsOf({ type: 'port', [name]: 'x' }, { source })[name]).toBe('x');
  });

  test('is the only one that it lists where it has none of its own; of several none is chosen', () => {
    const sources = [{ id: 's1', publisher: 'Busan' }];
    expect(factsOf({ type: 'port', sources })).toMatchObject({ claims: [{ path: 'type', sourceId: 's1' }] });
    const two = [...sources, { id: 's2', publisher: 'Hamburg' }];
    expect(factsOf({ type: 'port', sources: two })).toEqual({ type: 'port', sources: two });
  });

  test('serves nothing in a kind that has no sources', () => {
    const row = importRow.parse({ kind: 'theme', key: 'K', facts: { sdgs: [6] }, source });
    expect(factsOfRow(KINDS.theme, row)).toEqual({ sdgs: [6] });
  });

  test('is never made up: without one nothing is added', () => {
    expect(factsOf({ type: 'port' })).toEqual({ type: 'port' });
  });
});

describe('what a row may leave out', () => {
  test('the address part, where the key holds one', () => {
    expect(factsOf({}, { key: 'seed:hamburg-busan' })).toEqual({ slug: 'hamburg-busan' });
    expect(factsOf({ slug: 'own' }, { key: 'seed:hamburg-busan' })).toEqual({ slug: 'own' });
    expect(factsOf({}, { key: 'wikidata:Q1055' })).toEqual({});
  });

  test('that a place is a city', () => {
    const row = importRow.parse({ kind: 'place', key: 'K', facts: { country: 'DE' } });
    expect(factsOfRow(KINDS.place, row)).toEqual({ kind: 'city', country: 'DE' });
  });
});
