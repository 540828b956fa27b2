/** A point on the globe in degrees; north and east are positive. */
export interface GeoPoint {
  latitude: number;
  longitude: number;
}

/** The mean radius of the earth after the IUGG. */
const EARTH_RADIUS_KM = 6371.0088;

/** The length in kilometres of the shortest way over the globe. */
export function greatCircleKm(from: GeoPoint, to: GeoPoint): number {
  const latitudes = [radians(from.latitude), radians(to.latitude)] as const;
  const halfNorth = Math.sin((latitudes[1] - latitudes[0]) / 2);
  const halfEast = Math.sin(radians(to.longitude - from.longitude) / 2);
  const chord = halfNorth ** 2 + Math.cos(latitudes[0]) * Math.cos(latitudes[1]) * halfEast ** 2;
  // Rounding can push the chord of two antipodes a hair above 1, where the arc sine does not exist.
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The direction in which the shortest way sets out: degrees clockwise from north, from 0 up to but not including 360. */
export function initialBearing(from: GeoPoint, to: GeoPoint): number {
  const start = radians(from.latitude);
  const end = radians(to.latitude);
  const east = radians(to.longitude - from.longitude);
  const x = Math.sin(east) * Math.cos(end);
  const y = Math.cos(start) * Math.sin(end) - Math.sin(start) * Math.cos(end) * Math.cos(east);
  const degrees = (Math.atan2(x, y) * 180) / Math.PI;
  // The remainder of a tiny negative angle rounds to 360 itself.
  return ((degrees % 360) + 360) % 360;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
