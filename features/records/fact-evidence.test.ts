import { describe, expect, it } from 'vitest';
import {
  disagreementsIn,
  type Evidence,
  lastCheckedOn,
  lastReadOn,
  numberOfSource,
  otherClaims,
  sourcesOf,
} from './fact-evidence.ts';

type Claim = Evidence['claims'][number];
type Source = Evidence['sources'][number];

function claim(given: Partial<Claim> & Pick<Claim, 'id' | 'path' | 'sourceId'>): Claim {
  const empty = { field: null, value: null, side: null, retrievedOn: null, checkedOn: null, note: null };
  return { ...empty, noteLanguage: null, accepted: true, ...given };
}

function source(id: string, given: Partial<Source> = {}): Source {
  const empty = { url: null, title: null, language: null, publishedOn: null, retrievedOn: null, kind: null };
  return { id, publisher: id, ...empty, ...given };
}

const PORTS: Evidence = {
  sources: [source('hansa'), source('senate', { retrievedOn: '2026-10' }), source('press')],
  claims: [
    claim({ id: 'c1', path: 'milestones.m2', field: 'date', value: '2010', sourceId: 'hansa' }),
    claim({ id: 'c2', path: 'milestones.m2', field: 'date', value: '2012', sourceId: 'senate', accepted: false }),
    claim({ id: 'c3', path: 'milestones.m2', sourceId: 'press', checkedOn: '2026-11-22' }),
    claim({ id: 'c4', path: 'type', sourceId: 'press', accepted: false }),
  ],
};

describe('the evidence of a fact', () => {
  it('is what the fact names and what accepted claims name, in the order of the page, each once', () => {
    expect(sourcesOf(PORTS, { path: 'milestones.m2', sourceId: 'press' })).toEqual(['hansa', 'press']);
    expect(sourcesOf(PORTS, { path: 'milestones.m2', sourceId: null })).toEqual(['hansa', 'press']);
    expect(sourcesOf(PORTS, { path: 'agreements.a1' })).toEqual([]);
  });

  it('of one field leaves out claims on other fields', () => {
    expect(sourcesOf(PORTS, { path: 'milestones.m2', field: 'kind' })).toEqual(['press']);
    expect(sourcesOf(PORTS, { path: 'milestones.m2', field: 'date' })).toEqual(['hansa', 'press']);
  });

  it('leaves out a source that the record does not list', () => {
    expect(sourcesOf(PORTS, { path: 'type', sourceId: 'unlisted' })).toEqual([]);
  });
});

describe('sources that do not agree', () => {
  it('stand side by side', () => {
    const [found, ...more] = disagreementsIn(PORTS);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ path: 'milestones.m2', field: 'date' });
    expect(found?.shown.map(({ value }) => value)).toEqual(['2010']);
    expect(found?.others.map(({ value }) => value)).toEqual(['2012']);
    expect(otherClaims(PORTS, 'milestones.m2').map(({ id }) => id)).toEqual(['c2']);
  });

  it('are none where a refused claim names no value', () => {
    expect(otherClaims(PORTS, 'type')).toEqual([]);
  });
});

describe('a page', () => {
  it('knows when somebody last checked a fact that it shows', () => {
    expect(lastCheckedOn(PORTS)).toBe('2026-11-22');
    expect(
      lastCheckedOn({ claims: [claim({ id: 'c', path: 'type', sourceId: 'a', retrievedOn: '2026' })] }),
    ).toBeNull();
    const refused = claim({ id: 'c', path: 'type', sourceId: 'a', checkedOn: '2026', accepted: false });
    expect(lastCheckedOn({ claims: [refused] })).toBeNull();
  });

  it('knows when somebody last read a source, which is no check', () => {
    expect(lastReadOn(PORTS)).toBe('2026-10');
    expect(lastReadOn({ sources: [source('a')], claims: [] })).toBeNull();
    const read = claim({ id: 'c', path: 'type', sourceId: 'a', retrievedOn: '2026-11-01' });
    expect(lastReadOn({ sources: [source('a', { retrievedOn: '2026' })], claims: [read] })).toBe('2026');
  });

  it('numbers its sources from 1', () => {
    expect(numberOfSource(PORTS, 'senate')).toBe(2);
    expect(numberOfSource(PORTS, 'elsewhere')).toBeNull();
  });
});
