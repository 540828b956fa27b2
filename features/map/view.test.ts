import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LAND_UNITS, WORLD_HEIGHT, WORLD_WIDTH } from './projection.ts';
import { VIEW_WIDTH, viewOfLines, viewOfPoint } from './view.ts';

const longitude = fc.double({ min: -180, max: 180, noNaN: true });
const latitude = fc.double({ min: -90, max: 90, noNaN: true });
const position = fc.tuple(longitude, latitude);

/** Where the drawing of the world lies under a view: left, top, right, bottom. */
function worldUnder(transform: string): [number, number, number, number] {
  const [x = 0, y = 0, scale = 0] = [...transform.matchAll(/-?[\d.]+/gu)].map(Number);
  return [x, y, x + WORLD_WIDTH * LAND_UNITS * scale, y + WORLD_HEIGHT * LAND_UNITS * scale];
}

test('any lines lie inside of their view, and the view inside of the world', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(position, position), { maxLength: 6 }), (lines) => {
      const { height, projection, landTransform } = viewOfLines(lines);
      const [left, top, right, bottom] = worldUnder(landTransform);
      expect(left).toBeLessThanOrEqual(0.1);
      expect(top).toBeLessThanOrEqual(0.1);
      expect(right).toBeGreaterThanOrEqual(VIEW_WIDTH - 0.5);
      expect(bottom).toBeGreaterThanOrEqual(height - 1);
      for (const [x, y] of lines.flat().map((end) => projection(end) ?? [-1, -1])) {
        expect(x).toBeGreaterThanOrEqual(-0.5);
        expect(x).toBeLessThanOrEqual(VIEW_WIDTH + 0.5);
        expect(y).toBeGreaterThanOrEqual(-1);
        expect(y).toBeLessThanOrEqual(height + 1);
      }
    }),
    { numRuns: 200 },
  );
});

test('a point lies in the middle of its view where the world goes on around it', () => {
  const { height, projection } = viewOfPoint(8.81, 53.08);
  expect(projection([8.81, 53.08])).toEqual([expect.closeTo(VIEW_WIDTH / 2, 1), expect.closeTo(height / 2, 0)]);
});
