import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels, TYPE_NARROW, TYPE_WIDE } from './place-labels.ts';
import { VIEW_WIDTH } from './view.ts';

const HEIGHT = 400;

function dot(name: string, at: [number, number]) {
  return { end: { name, latitude: 0, longitude: 0 }, at };
}

test('a name stands beside its dot, a caption in the middle of its line', () => {
  const labels = placeLabels({
    dots: [dot('بريمن', [100, 100])],
    captions: [{ text: '2,151 كم', at: [360, 200] }],
    height: HEIGHT,
  });
  expect(labels.map(({ text, anchor, kind }) => [text, anchor, kind])).toEqual([
    ['بريمن', 'start', 'name'],
    ['2,151 كم', 'middle', 'caption'],
  ]);
});

test('at the right edge the name stands left of its dot', () => {
  expect(placeLabels({ dots: [dot('Wellington', [700, 200])], captions: [], height: HEIGHT })).toMatchObject([
    { anchor: 'end' },
  ]);
});

test('of names on one spot some are left out rather than written over each other', () => {
  const dots = Array.from({ length: 12 }, (_one, at) => dot(`City number ${String(at)}`, [300 + at, 200]));
  const labels = placeLabels({ dots, captions: [], height: HEIGHT });
  expect(labels.length).toBeGreaterThan(0);
  expect(labels.length).toBeLessThan(12);
});

test('no label of any crowd begins outside of the map, and each text stands once', () => {
  const crowd = fc.array(fc.tuple(fc.integer({ min: 0, max: VIEW_WIDTH }), fc.integer({ min: 0, max: HEIGHT })), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(crowd, (points) => {
      const labels = placeLabels({
        dots: points.map((at, n) => dot(`M ${String(n)}`, at)),
        captions: [],
        height: HEIGHT,
      });
      expect(new Set(labels.map(({ text }) => text))).toHaveLength(labels.length);
      for (const { at } of labels) {
        expect(at[0]).toBeGreaterThanOrEqual(0);
        expect(at[0]).toBeLessThanOrEqual(VIEW_WIDTH);
        expect(at[1]).toBeGreaterThanOrEqual(0);
        expect(at[1]).toBeLessThanOrEqual(HEIGHT);
      }
    }),
  );
});

test('the sizes of type are those of the style sheet', () => {
  const sheet = readFileSync(new URL('../../app/styles/map.css', import.meta.url), 'utf8');
  for (const size of [TYPE_NARROW, TYPE_WIDE]) expect(sheet).toContain(`font-size: ${String(size)}px`);
});
