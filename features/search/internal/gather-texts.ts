import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/pool.ts';
import { FOUND_KINDS, type FoundKind } from '../model.ts';

/** A published text of a record, as its table holds it. */
export interface StoredText {
  locale: string;
  title: string;
  lead: string | null;
  body: unknown;
  labels: unknown;
  aliases?: string[];
  abbreviation?: string | null;
}

/** Everything of a published record that the index is made of. */
export interface Gathered extends Record<string, unknown> {
  id: string;
  kind: FoundKind;
  ref: string;
  slug: string;
  /** The register's type of a partnership. */
  type: string | null;
  texts: StoredText[];
  /** Countries of the record or of its sides. */
  countries: string[] | null;
  /** Texts of the sides of a partnership: they are its names. */
  sides: StoredText[] | null;
  /** Texts of themes and programmes. */
  subjects: StoredText[] | null;
}

const NONE = sql`null::jsonb`;

/**
 * What is published of some records, with the names of what they show. Records that are not published have no row, nor have
 * those without any text.
 */
export async function gatherTexts(tx: Database, ids: readonly string[]): Promise<Gathered[]> {
  const found: Gathered[] = [];
  for (const kind of FOUND_KINDS) found.push(...(await tx.execute<Gathered>(queryFor(kind, ids))));
  return found;
}

function queryFor(kind: FoundKind, ids: readonly string[]): SQL {
  const { countries = sql`null::text[]`, sides = NONE, subjects = NONE, type = sql`null::text` } = EXTRAS[kind];
  const list = sql`any(string_to_array(${ids.join(' ')}, ' ')::uuid[])`;
  const [table, text, owner] = [sql.raw(kind), sql.raw(`${kind}_text`), sql.raw(`${kind}_id`)];
  return sql`
    select r.id, ${kind} as kind, r.ref, r.slug, ${type} as type, ${countries} as countries, ${sides} as sides,
      ${subjects} as subjects, own.texts
    from ${table} r
    cross join lateral (select jsonb_agg(to_jsonb(t)) as texts from ${text} t where t.${owner} = r.id) own
    where r.id = ${list} and own.texts is not null`;
}

interface Extras {
  type?: SQL;
  countries?: SQL;
  sides?: SQL;
  subjects?: SQL;
}

const EXTRAS: Record<FoundKind, Extras> = {
  partnership: {
    type: sql`r.type`,
    countries: sql`(select array_agg(distinct coalesce(p.country, o.country)) from partnership_party y
      left join place p on p.id = y.place_id left join organisation o on o.id = y.organisation_id
      where y.partnership_id = r.id and coalesce(p.country, o.country) is not null)`,
    sides: sql`(select jsonb_agg(side) from (
      select to_jsonb(t) as side from partnership_party y join place_text t on t.place_id = y.place_id
        where y.partnership_id = r.id
      union all
      select to_jsonb(t) from partnership_party y join organisation_text t on t.organisation_id = y.organisation_id
        where y.partnership_id = r.id) sides)`,
    subjects: sql`(select jsonb_agg(subject) from (
      select to_jsonb(t) as subject from partnership_theme l join theme_text t on t.theme_id = l.theme_id
        where l.partnership_id = r.id
      union all
      select to_jsonb(t) from partnership_programme l join programme_text t on t.programme_id = l.programme_id
        where l.partnership_id = r.id) subjects)`,
  },
  place: { countries: sql`array[r.country]` },
  organisation: { countries: sql`array[r.country]` },
  programme: {},
  theme: {},
  story: {},
};
