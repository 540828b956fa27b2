import { geoNaturalEarth1, geoPath, type GeoProjection } from 'd3-geo';

/** The width of the whole earth in the units of the world's drawing. */
export const WORLD_WIDTH = 1000;

/** The file of the land counts in parts of that unit, so that its numbers are whole. */
export const LAND_UNITS = 10;

/** The one projection of all maps: Natural Earth, Greenwich in the middle, north at the top, the earth's upper left at 0,0. */
export function worldProjection(): GeoProjection {
  return geoNaturalEarth1().fitWidth(WORLD_WIDTH, { type: 'Sphere' });
}

/** The height of the whole earth in the same units. */
export const WORLD_HEIGHT = geoPath(worldProjection()).bounds({ type: 'Sphere' })[1][1];
