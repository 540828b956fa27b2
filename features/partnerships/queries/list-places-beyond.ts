import { sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import type { ByLocale } from '#i18n/nearest-text.ts';

/** A place that is no partner itself, but a partner of partners. */
export interface PlaceBeyond {
  id: string;
  slug: string;
  country: string;
  names: ByLocale;
  /** How many partners both have. */
  shared: number;
}

/** Some of them, how many there are in all, and the partners through which they are known. */
export interface PlacesBeyond {
  total: number;
  places: PlaceBeyond[];
  partnerIds: string[];
}

/**
 * The partners of a place's partners that are no partners of its own, those with the most shared partners first.
 *
 * @param placeId - of a published place
 */
export async function listPlacesBeyond(placeId: string, most: number): Promise<PlacesBeyond> {
  const db = publicDb();
  const partners = sql`
    select distinct other.place_id as id from partnership_party own
    join partnership_party other on other.partnership_id = own.partnership_id and other.place_id <> own.place_id
    where own.place_id = ${placeId}`;
  const [near, rows] = await Promise.all([
    db.execute<{ id: string }>(partners),
    db.execute<PlaceBeyond & { total: number } & Record<string, unknown>>(sql`
      with partner as (${partners}), beyond as (
        select other.place_id as id, count(distinct own.place_id)::int as shared
        from partner join partnership_party own on own.place_id = partner.id
        join partnership_party other on other.partnership_id = own.partnership_id and other.place_id <> own.place_id
        where other.place_id <> ${placeId} and other.place_id not in (select id from partner)
        group by other.place_id
      ), some_beyond as (
        select id, shared, count(*) over ()::int as total from beyond order by shared desc, id limit ${most}
      )
      select one.id, one.shared, one.total, place.slug, place.country,
        (select coalesce(jsonb_object_agg(t.locale, t.title), '{}') from place_text t where t.place_id = one.id) as names
      from some_beyond one join place on place.id = one.id
      order by one.shared desc, one.id
    `),
  ]);
  return {
    total: rows[0]?.total ?? 0,
    places: rows.map(({ total: _total, ...row }) => row),
    partnerIds: near.map(({ id }) => id),
  };
}
