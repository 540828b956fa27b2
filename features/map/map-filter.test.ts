import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapPath, NO_FILTER, readMapQuestion } from './map-filter.ts';

test('what an address asks for is read, and read back from its own address', () => {
  const given = { country: 'TR-DE', theme: 'ports', type: 'twinning', programme: 'iurc', status: 'active' };
  const { filter, ignored } = readMapQuestion(given);
  expect(filter).toEqual({
    countries: ['DE', 'TR'],
    theme: 'ports',
    type: 'twinning',
    programme: 'iurc',
    status: 'active',
  });
  expect(ignored).toEqual([]);
  const path = mapPath(filter);
  expect(path).toBe('/map?country=DE-TR&theme=ports&type=twinning&programme=iurc&status=active');
  const query = Object.fromEntries(new URL(path, 'http://localhost').searchParams);
  expect(readMapQuestion(query)).toEqual({ filter, ignored: [] });
  expect(mapPath(NO_FILTER)).toBe('/map');
});

test('fields of the form that were left empty ask for nothing', () => {
  expect(readMapQuestion({ country: '', theme: '', type: '', programme: '', status: '' })).toEqual({
    filter: NO_FILTER,
    ignored: [],
  });
});

test('what cannot be understood is named and left aside', () => {
  const given = {
    country: 'DE-TR-FR',
    type: 'love',
    status: 'dead',
    theme: "' or 1=1",
    colour: 'red',
    programme: ['a', 'b'],
  };
  const { filter, ignored } = readMapQuestion(given);
  expect(filter).toEqual({ ...NO_FILTER, programme: 'a' });
  expect(ignored.toSorted()).toEqual(['colour', 'country', 'programme', 'status', 'theme', 'type']);
});

test('no query fails, and what is understood is short and known', () => {
  const value = fc.oneof(fc.string({ maxLength: 300 }), fc.array(fc.string(), { maxLength: 3 }));
  const query = fc.dictionary(
    fc.oneof(fc.constantFrom('country', 'theme', 'type', 'programme', 'status'), fc.string()),
    value,
  );
  fc.assert(
    fc.property(query, (given) => {
      const { filter } = readMapQuestion(given);
      expect(mapPath(filter)).toMatch(/^\/map(?:\?[\w=&-]+)?$/u);
    }),
  );
});
