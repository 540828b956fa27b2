/** Width of a strand of two squares, as a part of the squares' half side. */
const STRAND = 0.2;

/** The gap on each side of a strand that passes over another, as a part of the strand. */
const GAP = 0.42;

/** Half the side of a square, measured to the middle of its strand, where the view box reaches from -50 to 50. */
const HALF_SIDE = 32;

/** Sines and cosines this small are zero: they come from rounding, not from an angle. */
const NOTHING = 1e-9;

type Point = readonly [x: number, y: number];

/** The part of the plane where `along · p` is at least `least`. */
interface HalfPlane {
  along: Point;
  least: number;
}

/** What the emblem of a group of cities is drawn from. */
export interface SealShape {
  /** The turn of each square in degrees, one square a city, all different modulo 90. */
  rotations: readonly number[];
  /** 1 is the full size; see `sealScale`. */
  scale: number;
}

/**
 * The turn of the second square of two, in degrees between 20 and 70.
 *
 * @param bearing - the initial bearing from the first city to the second, in degrees
 */
export function sealRotation(bearing: number): number {
  const turned = ((bearing % 90) + 90) % 90;
  return 20 + (turned / 90) * 50;
}

/**
 * How large a seal is drawn: 1 for cities 100 km apart or less, 0.86 for 20,000 km or more, between them on a logarithmic scale.
 *
 * @param distanceKm - the great circle between the two cities
 */
export function sealScale(distanceKm: number): number {
  const bounded = Math.min(Math.max(distanceKm, 100), 20_000);
  return 1 - (0.14 * Math.log(bounded / 100)) / Math.log(200);
}

/** The seal of two cities; without a distance or a bearing the regular eight-pointed star at full size. */
export function pairSeal(pair: { bearing?: number | undefined; distanceKm?: number | undefined }): SealShape {
  const turn = pair.bearing === undefined ? 45 : sealRotation(pair.bearing);
  return { rotations: [0, turn], scale: pair.distanceKm === undefined ? 1 : sealScale(pair.distanceKm) };
}

/**
 * The seal of a number of cities: their squares evenly turned. One city is one square.
 *
 * @param count - at least 1
 */
export function networkSeal(count: number): SealShape {
  return { rotations: Array.from({ length: count }, (_, at) => (at * 90) / count), scale: 1 };
}

/**
 * The outlines of the squares as SVG path texts in a view box of -50 -50 100 100, one path a square.
 *
 * All sides touch one circle, so a side meets the sides next to it in the order of their turn, and giving it the upper
 * place at every second meeting makes the strands alternate everywhere. The lower strand is cut parallel to the upper one.
 */
export function sealPaths({ rotations, scale }: SealShape): string[] {
  const half = HALF_SIDE * scale;
  const strand = (half * STRAND * 2) / Math.max(rotations.length, 2);
  const squares = rotations.map(sidesOf);
  const normals = squares.flat().toSorted((a, b) => a - b);
  const size = { half, strand };
  return squares.map((sides) =>
    sides
      .flatMap((normal) => cutSide(normal, strandsAbove(normals, normals.indexOf(normal)), size))
      .map(printPolygon)
      .join(''),
  );
}

/** The directions in which the four sides of a square look, each once between 0 and 360. */
function sidesOf(rotation: number): number[] {
  const turn = ((rotation % 90) + 90) % 90;
  return [turn, turn + 90, turn + 180, turn + 270];
}

/** The turns of the sides that pass over this one. Seen from a side, its neighbours on the two sides alternate oppositely. */
function strandsAbove(normals: readonly number[], own: number): number[] {
  const squares = normals.length / 4;
  const above: number[] = [];
  for (let step = 1; step < squares; step += 1) {
    const offset = step % 2 === 0 ? step : -step;
    above.push(normals[(own + offset + normals.length) % normals.length] ?? 0);
  }
  return above;
}

function cutSide(normal: number, above: readonly number[], size: { half: number; strand: number }): Point[][] {
  const { half, strand } = size;
  const end = half + strand / 2;
  const inner = half - strand / 2;
  const corners: Point[] = [
    [inner, -end],
    [end, -end],
    [end, end],
    [inner, end],
  ];
  const whole = corners.map((corner) => turnPoint(corner, normal));
  const clear = strand / 2 + strand * GAP;
  return above.reduce<Point[][]>(
    (pieces, upper) => {
      const along = turnPoint([1, 0], upper);
      const outside: HalfPlane = { along, least: half + clear };
      const inside: HalfPlane = { along: [-along[0], -along[1]], least: clear - half };
      return pieces.flatMap((piece) => [clip(piece, outside), clip(piece, inside)]).filter((piece) => piece.length > 2);
    },
    [whole],
  );
}

function turnPoint([x, y]: Point, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  const sine = Math.sin(angle);
  const cosine = Math.cos(angle);
  return [x * cosine - y * sine, x * sine + y * cosine];
}

/** The part of a convex polygon that lies in a half plane (Sutherland and Hodgman). */
function clip(polygon: readonly Point[], { along, least }: HalfPlane): Point[] {
  const depth = ([x, y]: Point) => along[0] * x + along[1] * y - least;
  return polygon.flatMap((point, at) => {
    const previous = polygon.at(at - 1) ?? point;
    const [before, here] = [depth(previous), depth(point)];
    const kept: Point[] = [];
    if (before >= 0 !== here >= 0) kept.push(between(previous, point, before / (before - here)));
    if (here >= 0) kept.push(point);
    return kept;
  });
}

function between(from: Point, to: Point, part: number): Point {
  return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
}

function printPolygon(polygon: readonly Point[]): string {
  return `M${polygon.map(([x, y]) => `${printNumber(x)} ${printNumber(y)}`).join('L')}Z`;
}

function printNumber(value: number): string {
  return Math.abs(value) < NOTHING ? '0' : String(Math.round(value * 10) / 10);
}
