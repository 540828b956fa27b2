import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slug } from './fields.ts';
import { slugOf, slugOfSides } from './slug-of.ts';

test.each([
  ['Hamburg – Busan', 'hamburg-busan'],
  ['Köln & Tel Aviv-Yafo', 'koeln-tel-aviv-yafo'],
  ['İzmir', 'izmir'],
  ['Łódź', 'lodz'],
  ['Großes Haus', 'grosses-haus'],
  ['بريمن', 'brimn'],
  ['هامبورغ وبوسان', 'hamburgh-ubusan'],
  ['طرابلس (لبنان)', 'trabls-lbnan'],
  ['釜山', ''],
])('%s suggests %j', (title, suggested) => {
  expect(slugOf(title)).toBe(suggested);
});

test('whatever the title, the suggestion is an address part or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
      const suggested = slugOf(title);
      expect(suggested === '' || slug().safeParse(suggested).success, suggested).toBe(true);
    }),
  );
});

test('two known sides make an address part, an unknown one none', () => {
  expect(slugOfSides(['hamburg', 'busan'])).toBe('hamburg-busan');
  expect(slugOfSides(['hamburg', null])).toBe('');
});
