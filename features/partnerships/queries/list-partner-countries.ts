import { sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';

/** A country and how many partnerships there are with it. */
export interface CountryCount {
  /** Two capital letters. */
  country: string;
  partnerships: number;
}

/** Where each side of each partnership stands: an organisation where its place does, else in the country that it names. */
const SIDES = sql`
  select y.partnership_id, p.country from partnership_party y join place p on p.id = y.place_id
  union
  select y.partnership_id, coalesce(p.country, o.country) from partnership_party y
    join organisation o on o.id = y.organisation_id left join place p on p.id = o.place_id
    where coalesce(p.country, o.country) is not null`;

/**
 * The countries with which a country has partnerships, those with the most first. Two places of one and the same country make
 * it a partner of its own.
 *
 * @param country - two capital letters
 */
export async function listPartnerCountries(country: string): Promise<CountryCount[]> {
  return publicDb().execute<CountryCount & Record<string, unknown>>(sql`
    with side as (
      select y.partnership_id, coalesce(p.country, o.country) as country, coalesce(y.place_id, o.place_id) as place_id
      from partnership_party y
      left join organisation o on o.id = y.organisation_id
      left join place p on p.id = coalesce(y.place_id, o.place_id)
      where y.partnership_id in (
        select z.partnership_id from place q join partnership_party z on z.place_id = q.id where q.country = ${country}
        union
        select z.partnership_id from organisation r join partnership_party z on z.organisation_id = r.id
          left join place q on q.id = r.place_id where coalesce(q.country, r.country) = ${country}
      )
    ), home as (
      select partnership_id, count(distinct place_id) as sides from side where country = ${country} group by partnership_id
    )
    select side.country, count(distinct side.partnership_id)::int as partnerships
    from side join home using (partnership_id)
    where side.country is not null and (side.country <> ${country} or home.sides > 1)
    group by side.country
    order by 2 desc, 1
  `);
}

/** In how many partnerships each country has a side, by its two capital letters. */
export async function countPartnershipsByCountry(): Promise<Map<string, number>> {
  const rows = await publicDb().execute<CountryCount & Record<string, unknown>>(sql`
    select country, count(*)::int as partnerships from (${SIDES}) side group by country
  `);
  return new Map(rows.map(({ country, partnerships }) => [country, partnerships]));
}
