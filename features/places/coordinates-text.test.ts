import { describe, expect, it } from 'vitest';
import { coordinatesText } from './coordinates-text.ts';
import { identifierLinks } from './identifier-links.ts';

describe('coordinates', () => {
  it('carry letters instead of signs', () => {
    expect(coordinatesText({ latitude: 53.55, longitude: 10 })).toBe('53.55° N, 10.00° E');
    expect(coordinatesText({ latitude: -33.9, longitude: -79.996 })).toBe('33.90° S, 80.00° W');
  });
});

describe('the names of a place in other registers', () => {
  it('are only those that are known', () => {
    const links = identifierLinks({ wikidata: 'Q1055', geonames: null, unlocode: 'DEHAM', nuts: null });
    expect(links.map(({ name, href }) => [name, href])).toEqual([
      ['Wikidata', 'https://www.wikidata.org/wiki/Q1055'],
      ['UN/LOCODE', null],
    ]);
  });
});
