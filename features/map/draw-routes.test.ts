import { expect, test } from 'vitest';
import { drawRoutes } from './draw-routes.ts';
import type { MapEnd, MapRoute } from './model.ts';
import { VIEW_WIDTH } from './view.ts';

const BREMEN = place('بريمن', 53.08, 8.81);
const IZMIR = place('إزمير', 38.42, 27.14);
const HAMBURG = place('هامبورغ', 53.55, 9.99);
const BUSAN = place('بوسان', 35.18, 129.08);
const SUVA = place('Suva', -18.14, 178.44);
const APIA = place('Apia', -13.83, -171.76);

function place(name: string, latitude: number | null, longitude: number | null): MapEnd {
  return { name, latitude, longitude };
}

function route(from: MapEnd, to: MapEnd, id = `${from.name} ${to.name}`): MapRoute {
  return { id, href: `/partnerships/${id}`, title: id, from, to };
}

/** All corners of a path that is written in absolute numbers. */
function cornersOf(path: string): [number, number][] {
  return [...path.matchAll(/[ML](-?[\d.]+)[ ,](-?[\d.]+)/gu)].map(([, x, y]) => [Number(x), Number(y)]);
}

test('a pair of neighbours fills its map', () => {
  const { arcs, dots, view } = drawRoutes([route(BREMEN, IZMIR)]);
  const [bremen, izmir] = dots.map(({ at }) => at);
  if (bremen === undefined || izmir === undefined) throw new Error('two places are drawn');
  expect(izmir[0] - bremen[0]).toBeGreaterThan(VIEW_WIDTH / 4);
  expect(izmir[1]).toBeGreaterThan(bremen[1]);
  expect(view.height).toBeLessThan(VIEW_WIDTH);
  expect(arcs[0]?.path.match(/M/gu)).toHaveLength(1);
});

test('the way leads over the pole side, as on the globe', () => {
  const { arcs, dots } = drawRoutes([route(HAMBURG, BUSAN)]);
  const highest = Math.min(...cornersOf(arcs[0]?.path ?? '').map(([, y]) => y));
  expect(highest).toBeLessThan(Math.min(...dots.map(({ at }) => at[1])) - 10);
});

test('across the antimeridian the line is cut and goes on at the other edge', () => {
  const { arcs } = drawRoutes([route(SUVA, APIA), route(SUVA, APIA, 'again')]);
  for (const { path } of arcs) {
    expect(path.match(/M/gu)).toHaveLength(2);
    for (const [x] of cornersOf(path)) expect(x < VIEW_WIDTH / 3 || x > (VIEW_WIDTH * 2) / 3).toBe(true);
  }
});

test('a place stands once, and lines between the same two places stand apart, whichever way they are told', () => {
  const routes = [route(BREMEN, IZMIR), route(IZMIR, BREMEN), route(BREMEN, IZMIR, 'third'), route(BREMEN, BUSAN)];
  const { arcs, dots } = drawRoutes(routes);
  expect(dots.map(({ end }) => end.name)).toEqual(['بريمن', 'إزمير', 'بوسان']);
  expect(new Set(arcs.map(({ path }) => path))).toHaveLength(4);
});

test('a line from a place to itself is a ring', () => {
  const { arcs } = drawRoutes([route(BREMEN, BREMEN), route(BREMEN, BREMEN, 'another')]);
  expect(arcs.map(({ path }) => path.includes('a'))).toEqual([true, true]);
  expect(arcs[0]?.path).not.toBe(arcs[1]?.path);
});

test('what has no position is named as missing, and the rest is drawn', () => {
  const nowhere = route(BREMEN, place('مكان', null, null));
  const { arcs, missing } = drawRoutes([nowhere, route(BREMEN, IZMIR)]);
  expect(arcs).toHaveLength(1);
  expect(missing).toEqual([nowhere]);
});

test('no line at all shows the whole world', () => {
  const { arcs, labels, view } = drawRoutes([]);
  expect([arcs, labels]).toEqual([[], []]);
  expect(view.projection([0, 0])).toEqual([expect.closeTo(VIEW_WIDTH / 2, 0), expect.closeTo(view.height / 2, 0)]);
});

test('antipodes, poles and any place of the globe are drawn with finite numbers', () => {
  const ends = [place('a', 90, 0), place('b', -90, 0), place('c', 0, 180), place('d', 0, -180), place('e', 0, 0)];
  const routes = ends.flatMap((from) => ends.map((to) => route(from, to)));
  const { arcs, dots } = drawRoutes(routes);
  expect(arcs).toHaveLength(25);
  for (const { path } of arcs) expect(path).not.toMatch(/NaN|Infinity|undefined/u);
  for (const { at } of dots) expect(at.every(Number.isFinite)).toBe(true);
});
