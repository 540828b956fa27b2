import { sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { yearsBefore } from '#features/records/partial-date.ts';

/** How much is known of the published partnerships, and how long ago somebody looked. */
export interface Completeness {
  partnerships: number;
  /** Partnerships of which this is known. */
  known: Record<KnownFact, number>;
  /** Partnerships by the newest check of any fact that is shown. */
  checked: Record<CheckAge, number>;
  places: number;
  /** Places of which this is known. */
  knownOfPlaces: Record<KnownOfPlace, number>;
}

/** What a reader of a partnership looks for first, in the order of the page. */
export const KNOWN_FACTS = ['since', 'agreement', 'theme', 'project', 'confirmation', 'source'] as const;
type KnownFact = (typeof KNOWN_FACTS)[number];

/** What a reader of a place looks for first. */
export const KNOWN_OF_PLACES = ['coordinates', 'population', 'populationYear'] as const;
type KnownOfPlace = (typeof KNOWN_OF_PLACES)[number];

/** Ages of the newest check: up to a year, up to two, older, never. */
export const CHECK_AGES = ['year', 'twoYears', 'older', 'never'] as const;
type CheckAge = (typeof CHECK_AGES)[number];

interface Row extends Record<string, unknown> {
  of: string;
  name: string;
  count: number;
}

/**
 * Counts what is known of all that is published.
 *
 * @param day - the calendar day from which ages are counted, `YYYY-MM-DD`
 */
export async function countCompleteness(day: string): Promise<Completeness> {
  const rows = [...(await publicDb().execute<Row>(statement(day)))];
  const numberOf = (of: string, name: string) => rows.find((row) => row.of === of && row.name === name)?.count ?? 0;
  const numbers = <T extends string>(of: string, names: readonly T[]) =>
    // Every name is a key.
    Object.fromEntries(names.map((name) => [name, numberOf(of, name)])) as Record<T, number>;
  return {
    partnerships: numberOf('partnership', 'all'),
    known: numbers('partnership', KNOWN_FACTS),
    checked: numbers('checked', CHECK_AGES),
    places: numberOf('place', 'all'),
    knownOfPlaces: numbers('place', KNOWN_OF_PLACES),
  };
}

/** One line a number, so that a number more needs no column more. */
function statement(day: string) {
  return sql`
    with partnerships as materialized (
      select
        p.since is not null as since,
        exists (select from agreement a where a.partnership_id = p.id) as agreement,
        exists (select from partnership_theme t where t.partnership_id = p.id) as theme,
        exists (select from project j where j.partnership_id = p.id) as project,
        exists (select from partnership_party y where y.partnership_id = p.id and y.confirmation is not null) as confirmation,
        exists (select from source s where s.record_id = p.id and s.kind is distinct from 'dataset') as source,
        (select max(c.checked_on) from claim c where c.record_id = p.id and c.accepted) as checked_on
      from partnership p
    ), places as materialized (
      select
        l.latitude is not null as coordinates,
        exists (select from place_population n where n.place_id = l.id) as population,
        exists (select from place_population n where n.place_id = l.id and n.year is not null) as "populationYear"
      from place l
    )
    select 'partnership' as of, f.name, count(*) filter (where f.is_known)::int as count
    from partnerships p cross join lateral (values ('all', true), ('since', p.since), ('agreement', p.agreement),
      ('theme', p.theme), ('project', p.project), ('confirmation', p.confirmation), ('source', p.source)) f (name, is_known)
    group by f.name
    union all
    select 'checked', case when checked_on is null then 'never' when checked_on >= ${yearsBefore(day, 1)} then 'year'
      when checked_on >= ${yearsBefore(day, 2)} then 'twoYears' else 'older' end, count(*)::int
    from partnerships group by 2
    union all
    select 'place', f.name, count(*) filter (where f.is_known)::int
    from places l cross join lateral (values ('all', true), ('coordinates', l.coordinates), ('population', l.population),
      ('populationYear', l."populationYear")) f (name, is_known)
    group by f.name`;
}
