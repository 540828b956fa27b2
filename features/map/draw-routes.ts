import { geoInterpolate, geoPath, type GeoProjection } from 'd3-geo';
import type { DrawnPoint, MapEnd, MapRoute } from './model.ts';
import { placeLabels, type PlacedLabel } from './place-labels.ts';
import { type MapView, viewOfLines } from './view.ts';

/** A line that is drawn. */
export interface DrawnArc {
  route: MapRoute;
  path: string;
}

/** A place that is drawn once, however many lines end in it. */
export interface DrawnDot {
  end: MapEnd;
  at: DrawnPoint;
}

/** Everything a map shows, in the units of its view. */
export interface DrawnRoutes {
  view: MapView;
  arcs: DrawnArc[];
  dots: DrawnDot[];
  labels: PlacedLabel[];
  /** The lines that cannot be drawn, since the position of an end is unknown. */
  missing: MapRoute[];
}

type Position = [number, number];
interface Located {
  route: MapRoute;
  from: Position;
  to: Position;
}

/** Above this many lines their captions would cover the map. */
const CAPTIONS_MAX = 12;
const BOW_STEPS = 24;
/** How far two lines between the same places stand apart in their middle. */
const BOW = 18;
/** A line from a place to itself is a ring of this radius beside its dot. */
const RING = 14;

/** Lines along great circles, places and names, in a view that fits them. */
export function drawRoutes(routes: readonly MapRoute[]): DrawnRoutes {
  const located = routes.map(locate);
  const drawn = located.filter((one) => one !== null);
  const view = viewOfLines(drawn.map(({ from, to }) => [from, to]));
  const arcs = drawArcs(drawn, view.projection);
  const dots = findDots(drawn, view.projection);
  return {
    view,
    arcs,
    dots,
    labels: placeLabels({ dots, captions: captionsOf(drawn, view.projection), height: view.height }),
    missing: routes.filter((_route, at) => located[at] === null),
  };
}

function locate(route: MapRoute): Located | null {
  const from = positionOf(route.from);
  const to = positionOf(route.to);
  return from === null || to === null ? null : { route, from, to };
}

function positionOf({ latitude, longitude }: MapEnd): Position | null {
  return latitude === null || longitude === null ? null : [longitude, latitude];
}

function drawArcs(located: readonly Located[], projection: GeoProjection): DrawnArc[] {
  const drawn = new Map<string, number>();
  return located.map((one) => {
    const pair = [one.from.join(), one.to.join()].toSorted().join(' ');
    const before = drawn.get(pair) ?? 0;
    drawn.set(pair, before + 1);
    return { route: one.route, path: pathOf(one, before, projection) };
  });
}

function pathOf({ from, to }: Located, before: number, projection: GeoProjection): string {
  if (from.join() === to.join()) return ringAt(pointOf(from, projection), before);
  if (before > 0) return bowOf({ from, to, before, projection });
  return geoPath(projection).digits(1)({ type: 'LineString', coordinates: [from, to] }) ?? '';
}

function ringAt([x, y]: DrawnPoint, before: number): string {
  const radius = RING + before * 5;
  return `M${short(x)} ${short(y)}a${radius} ${radius} 0 1 1 .1 0z`;
}

/** Further lines between the same two places bend away from the great circle, to one side and the other in turn. */
function bowOf({
  from,
  to,
  before,
  projection,
}: Omit<Located, 'route'> & { before: number; projection: GeoProjection }) {
  const side = Math.ceil(before / 2) * (before % 2 === 1 ? 1 : -1);
  const [a, b] = [from, to].toSorted((one, other) => one[0] - other[0] || one[1] - other[1]);
  if (a === undefined || b === undefined) return '';
  const way = geoInterpolate(a, b);
  const points = Array.from({ length: BOW_STEPS + 1 }, (_step, at) => pointOf(way(at / BOW_STEPS), projection));
  const start = points[0] ?? [0, 0];
  const end = points.at(-1) ?? [0, 0];
  const length = Math.hypot(end[0] - start[0], end[1] - start[1]) || 1;
  const across = [(start[1] - end[1]) / length, (end[0] - start[0]) / length] as const;
  return points
    .map(([x, y], at) => {
      const push = Math.sin((Math.PI * at) / BOW_STEPS) * BOW * side;
      return `${startsAnew(points, at) ? 'M' : 'L'}${short(x + across[0] * push)},${short(y + across[1] * push)}`;
    })
    .join('');
}

/** Across the antimeridian the pen is lifted: the line goes on at the other edge of the map. */
function startsAnew(points: readonly DrawnPoint[], at: number): boolean {
  const last = points[at - 1];
  const here = points[at];
  return last === undefined || here === undefined || Math.abs(here[0] - last[0]) > 300;
}

function findDots(located: readonly Located[], projection: GeoProjection): DrawnDot[] {
  const dots = new Map<string, DrawnDot>();
  for (const { route, from, to } of located) {
    for (const [end, position] of [
      [route.from, from],
      [route.to, to],
    ] as const) {
      const key = `${position.join()} ${end.name}`;
      if (!dots.has(key)) dots.set(key, { end, at: pointOf(position, projection) });
    }
  }
  return [...dots.values()];
}

function captionsOf(located: readonly Located[], projection: GeoProjection): { text: string; at: DrawnPoint }[] {
  if (located.length > CAPTIONS_MAX) return [];
  return located.flatMap(({ route, from, to }) =>
    route.caption === undefined
      ? []
      : [{ text: route.caption, at: pointOf(geoInterpolate(from, to)(0.5), projection) }],
  );
}

function pointOf(position: Position, projection: GeoProjection): DrawnPoint {
  const [x, y] = projection(position) ?? [0, 0];
  return [x, y];
}

function short(number: number): string {
  return String(Number(number.toFixed(1)));
}
