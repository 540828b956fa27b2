import { and, desc, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { partnership } from '#db/schema/partnerships.ts';
import { mappedConditions, SIDES } from '../internal/mapped-conditions.ts';
import type { MapFilter } from '../map-filter.ts';

/** A country as an end of a bundle of partnerships: it stands in the middle of its places that take part, once for all its bundles. */
export interface CountryEnd {
  code: string;
  latitude: number | null;
  longitude: number | null;
}

/** Two countries, or one twice, with the number of partnerships between them. */
export interface CountryPair {
  first: CountryEnd;
  second: CountryEnd;
  partnerships: number;
}

/**
 * Partnerships bundled by the countries of their sides, the strongest bundle first.
 *
 * @param most - how many bundles at most
 * @param day - the calendar day whose statuses count
 * @returns also how many bundles there are in all
 */
export async function listCountryPairs(
  filter: MapFilter,
  { most, day }: { most: number; day: string },
): Promise<{ total: number; pairs: CountryPair[] }> {
  const partnerships = sql<number>`count(distinct ${partnership.id})::int`;
  const rows = await publicDb()
    .select({
      first: sql<string>`one.country`,
      second: sql<string>`other.country`,
      firstX: middle('one', 'x'),
      firstY: middle('one', 'y'),
      firstZ: middle('one', 'z'),
      secondX: middle('other', 'x'),
      secondY: middle('other', 'y'),
      secondZ: middle('other', 'z'),
      partnerships,
      total: sql<number>`count(*) over ()::int`,
    })
    .from(partnership)
    .innerJoin(sql`${SIDES} as one`, sql`one.partnership_id = ${partnership.id}`)
    .innerJoin(
      sql`${SIDES} as other`,
      sql`other.partnership_id = one.partnership_id and other.position <> one.position and
        (one.country, one.position) < (other.country, other.position)`,
    )
    .where(and(...mappedConditions(filter, day), between(filter)))
    .groupBy(sql`one.country`, sql`other.country`)
    .orderBy(desc(partnerships), sql`one.country`, sql`other.country`)
    .limit(most);
  const ends = rows.flatMap((row): Direction[] => [
    { code: row.first, weight: row.partnerships, axes: [row.firstX, row.firstY, row.firstZ] },
    { code: row.second, weight: row.partnerships, axes: [row.secondX, row.secondY, row.secondZ] },
  ]);
  return {
    total: rows[0]?.total ?? 0,
    pairs: rows.map(({ first, second, partnerships: number }) => ({
      first: endOf(first, ends),
      second: endOf(second, ends),
      partnerships: number,
    })),
  };
}

/** Where the places of a country lie that take part in a bundle, seen from the middle of the earth. */
interface Direction {
  code: string;
  weight: number;
  axes: readonly [number | null, number | null, number | null];
}

/** With one country only its own bundles count, not those of two partners in a network. */
function between({ countries }: MapFilter) {
  const [country] = countries;
  return country === undefined ? undefined : sql`${country} in (one.country, other.country)`;
}

/** A mean of directions from the middle of the earth; a mean of degrees fails on both sides of the antimeridian. */
function middle(side: 'one' | 'other', axis: 'x' | 'y' | 'z') {
  const latitude = sql.raw(`${side}.latitude`);
  const longitude = sql.raw(`${side}.longitude`);
  const part = {
    x: sql`cosd(${latitude}) * cosd(${longitude})`,
    y: sql`cosd(${latitude}) * sind(${longitude})`,
    z: sql`sind(${latitude})`,
  }[axis];
  return sql<number | null>`avg(${part})::float8`;
}

/** Bundles weigh as much as they hold. */
function endOf(code: string, ends: readonly Direction[]): CountryEnd {
  const own = ends.filter((end) => end.code === code && end.axes[0] !== null);
  if (own.length === 0) return { code, latitude: null, longitude: null };
  const sum = (axis: 0 | 1 | 2) => own.reduce((total, { weight, axes }) => total + weight * (axes[axis] ?? 0), 0);
  const [x, y, z] = [sum(0), sum(1), sum(2)];
  const degrees = 180 / Math.PI;
  return { code, latitude: Math.atan2(z, Math.hypot(x, y)) * degrees, longitude: Math.atan2(y, x) * degrees };
}
