import { type GeoPoint, greatCircleKm, initialBearing } from '#features/places/geo.ts';
import { networkSeal, pairSeal, type SealShape } from '#ui/seal-geometry.ts';

/** Where a side stands, as far as it is known. */
export interface SidePosition {
  latitude: number | null;
  longitude: number | null;
}

/**
 * The length in kilometres of the way between the two sides of a partnership.
 *
 * @returns `null` for more than two sides, or where one stands nobody knows where
 */
export function distanceBetween(sides: readonly SidePosition[]): number | null {
  const ends = endsOf(sides);
  return ends === null ? null : greatCircleKm(...ends);
}

/** The emblem of a partnership: of two sides drawn from their distance and bearing, of more from their number. */
export function sealOf(sides: readonly SidePosition[]): SealShape {
  const ends = endsOf(sides);
  if (ends !== null) return pairSeal({ bearing: initialBearing(...ends), distanceKm: greatCircleKm(...ends) });
  return sides.length === 2 ? pairSeal({}) : networkSeal(Math.max(sides.length, 1));
}

function endsOf(sides: readonly SidePosition[]): [GeoPoint, GeoPoint] | null {
  const [first, second, ...more] = sides.map(pointOf);
  return first && second && more.length === 0 ? [first, second] : null;
}

function pointOf({ latitude, longitude }: SidePosition): GeoPoint | null {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
