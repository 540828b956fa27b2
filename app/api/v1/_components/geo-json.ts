/** Longitude before latitude, as the format wants it. */
export type Point = readonly [number, number];

/** Something on a map, before its points become a shape. */
export interface Feature {
  type: 'Feature';
  id: string;
  points: readonly Point[];
  properties: object;
}

interface Shape {
  type: 'LineString' | 'MultiLineString' | 'MultiPoint' | 'Point';
  coordinates: unknown;
}

/** A collection of features (RFC 7946) with some members of our own. */
export function featureCollection(features: readonly Feature[], own: object): object {
  const shaped = features.map(({ points, ...rest }) => ({ ...rest, geometry: shapeOf(points) }));
  return { type: 'FeatureCollection', ...own, features: shaped };
}

/**
 * A point, a line between two, or points of more.
 *
 * @returns `null` where nothing is known of the position
 */
export function shapeOf(points: readonly Point[]): Shape | null {
  const [first, second] = points;
  if (first === undefined) return null;
  if (second === undefined) return { type: 'Point', coordinates: first };
  return points.length > 2 ? { type: 'MultiPoint', coordinates: points } : lineBetween(first, second);
}

/** A line that crosses the antimeridian is cut there, so that it takes the short way round the earth. */
function lineBetween(first: Point, second: Point): Shape {
  if (Math.abs(first[0] - second[0]) <= 180) return { type: 'LineString', coordinates: [first, second] };
  const [west, east] = first[0] < second[0] ? [first, second] : [second, first];
  const toEdge = 180 - east[0];
  const whole = toEdge + west[0] + 180;
  const latitude = east[1] + (west[1] - east[1]) * (whole === 0 ? 0 : toEdge / whole);
  const coordinates = [
    [east, [180, latitude]],
    [[-180, latitude], west],
  ];
  return { type: 'MultiLineString', coordinates };
}
