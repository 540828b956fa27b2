import { geoPath, type GeoProjection } from 'd3-geo';
import { LAND_UNITS, WORLD_HEIGHT, WORLD_WIDTH, worldProjection } from './projection.ts';

/** The part of the world that a map shows. Every drawing is `VIEW_WIDTH` wide, so that type and dots have one size. */
export interface MapView {
  height: number;
  /** From the globe into the drawing. */
  projection: GeoProjection;
  /** Puts the file of the land under it. */
  landTransform: string;
}

/** The width of every drawing in its own units. */
export const VIEW_WIDTH = 720;

/** Height to width: as flat as the whole world, or as tall as fits a phone. */
const FLATTEST = WORLD_HEIGHT / WORLD_WIDTH;
const TALLEST = 0.75;
/** A map of a part of the world is at least this tall, so that there is something to see on phones. */
const PART = 0.6;
/** What a map shows at least, so that the reader knows the coasts: a seventh of the way around the earth. */
const LEAST_WIDTH = WORLD_WIDTH / 7;
/** Room around the lines for names, in parts of the width. */
const MARGIN = 0.14;

type Line = [number, number][];

/** A view that holds all of the lines with room around them; the whole world where there is none. */
export function viewOfLines(lines: readonly Line[]): MapView {
  if (lines.length === 0) return viewOf({ centre: [WORLD_WIDTH / 2, WORLD_HEIGHT / 2], width: WORLD_WIDTH });
  const shape = { type: 'MultiLineString' as const, coordinates: [...lines] };
  const [[west, north], [east, south]] = geoPath(worldProjection()).bounds(shape);
  const width = Math.max((east - west) * (1 + 2 * MARGIN), LEAST_WIDTH);
  const height = (south - north) * (1 + 2 * MARGIN);
  return viewOf({
    centre: [(west + east) / 2, (north + south) / 2],
    width: Math.max(width, height / TALLEST),
    ratio: Math.max(height / width, PART),
  });
}

/** A view around one point. */
export function viewOfPoint(longitude: number, latitude: number): MapView {
  const centre = worldProjection()([longitude, latitude]) ?? [WORLD_WIDTH / 2, WORLD_HEIGHT / 2];
  return viewOf({ centre, width: LEAST_WIDTH, ratio: PART });
}

interface Window {
  centre: [number, number];
  width: number;
  ratio?: number;
}

/** The window is moved so that it shows nothing beyond the edge of the earth's drawing. */
function viewOf({ centre, width: wanted, ratio = FLATTEST }: Window): MapView {
  const width = Math.min(wanted, WORLD_WIDTH);
  const height = Math.min(width * Math.min(Math.max(ratio, FLATTEST), TALLEST), WORLD_HEIGHT);
  const left = within(centre[0] - width / 2, WORLD_WIDTH - width);
  const top = within(centre[1] - height / 2, WORLD_HEIGHT - height);
  const scale = VIEW_WIDTH / width;
  const world = worldProjection();
  const [x, y] = world.translate();
  const projection = world
    .scale(world.scale() * scale)
    .translate([(x - left) * scale, (y - top) * scale])
    .precision(0.3);
  const shift = `${rounded(-left * scale)} ${rounded(-top * scale)}`;
  return {
    height: Math.round(height * scale),
    projection,
    landTransform: `translate(${shift}) scale(${rounded(scale / LAND_UNITS, 5)})`,
  };
}

function within(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}

function rounded(value: number, digits = 1): string {
  return String(Number(value.toFixed(digits)));
}
