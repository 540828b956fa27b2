import type { GeoPoint } from './geo.ts';

/** Coordinates as maps print them, `53.55° N, 10.00° E`; the letters are those of ISO 6709 in every language. */
export function coordinatesText({ latitude, longitude }: GeoPoint): string {
  const north = `${Math.abs(latitude).toFixed(2)}° ${latitude < 0 ? 'S' : 'N'}`;
  const east = `${Math.abs(longitude).toFixed(2)}° ${longitude < 0 ? 'W' : 'E'}`;
  return `${north}, ${east}`;
}
