import { sql } from 'drizzle-orm';
import type { Database } from '#db/pool.ts';
import type { RecordRow } from '../model.ts';
import { countryTag } from '../tags.ts';

/** Only these stand in a country, or join things that do. */
const KINDS: readonly string[] = ['organisation', 'partnership', 'place'];

/**
 * The tags of the countries whose pages show a record as it stands before the public now: its own, and those of all sides of
 * its partnerships, since each names the others.
 */
export async function countryTags(tx: Database, { id, kind }: Pick<RecordRow, 'id' | 'kind'>): Promise<string[]> {
  if (!KINDS.includes(kind)) return [];
  const rows = await tx.execute<{ country: string }>(sql`
    with touched as (
      select ${id}::uuid as id
      union select partnership_id from partnership_party where place_id = ${id}
      union select partnership_id from partnership_party where organisation_id = ${id}
      union select y.partnership_id from organisation o
        join partnership_party y on y.organisation_id = o.id where o.place_id = ${id}
    )
    select p.country from partnership_party y join place p on p.id = y.place_id
      where y.partnership_id in (select id from touched)
    union select coalesce(p.country, o.country) from partnership_party y
      join organisation o on o.id = y.organisation_id left join place p on p.id = o.place_id
      where y.partnership_id in (select id from touched)
    union select country from place where id = ${id}
    union select coalesce(p.country, o.country) from organisation o
      left join place p on p.id = o.place_id where o.id = ${id}
  `);
  return rows.flatMap(({ country }) => (country ? [countryTag(country)] : []));
}
