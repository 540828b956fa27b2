import { type SQL, sql } from 'drizzle-orm';

/** A place of the globe as the database has it, in degrees. */
interface SqlPoint {
  latitude: SQL;
  longitude: SQL;
}

/** The way between two points in kilometres, over the globe; null where either is unknown. */
export function kilometresBetween(one: SqlPoint, other: SqlPoint): SQL {
  const halfNorth = sql`sin(radians(${other.latitude} - ${one.latitude}) / 2)`;
  const halfEast = sql`sin(radians(${other.longitude} - ${one.longitude}) / 2)`;
  const chord = sql`(${halfNorth} ^ 2 + cos(radians(${one.latitude})) * cos(radians(${other.latitude})) * ${halfEast} ^ 2)`;
  // Not `least`, which passes over what is unknown; rounding can push the chord of two antipodes a hair above 1.
  return sql`(12742.0176 * asin(sqrt(case when ${chord} > 1 then 1 else ${chord} end)))`;
}

/** Where the facts of a unit say that something lies. */
export function pointOf(content: SQL): SqlPoint {
  return { latitude: sql`(${content} ->> 'latitude')::float8`, longitude: sql`(${content} ->> 'longitude')::float8` };
}
