import { sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';

/** A place that has a Wikidata identifier, as an import finds it. */
export interface KnownPlace {
  id: string;
  wikidata: string;
  slug: string;
  /** Whether readers see it. */
  isPublic: boolean;
  names: Partial<Record<'ar' | 'de' | 'en', string>>;
}

/** Every place with a Wikidata identifier, those in the trash too: what a person threw away is brought in no second time. */
export async function listKnownPlaces(): Promise<Map<string, KnownPlace>> {
  const rows = await appDb().execute<{ [Name in keyof KnownPlace]: KnownPlace[Name] }>(sql`
    select r.id, facts.content ->> 'wikidata' as wikidata, coalesce(r.slug, '') as slug,
      r.deleted_at is null and facts.published_rev is not null and bool_or(words.published_rev is not null) as "isPublic",
      coalesce(jsonb_object_agg(words.scope, words.content ->> 'title')
        filter (where words.content ->> 'title' is not null), '{}') as names
    from record r
    join unit facts on facts.record_id = r.id and facts.scope = 'facts'
    left join unit words on words.record_id = r.id and words.scope <> 'facts'
    where r.kind = 'place' and facts.content ? 'wikidata'
    group by r.id, facts.content, facts.published_rev
    order by r.deleted_at is not null desc, r.id`);
  return new Map(rows.map((row) => [row.wikidata, row]));
}

/** The pairs of places between which there is a partnership of two sides, as `pairName` writes them. */
export async function listKnownPairs(): Promise<Set<string>> {
  const rows = await appDb().execute<{ one: string; other: string }>(sql`
    select u.content #>> '{parties,0,place}' as one, u.content #>> '{parties,1,place}' as other
    from record r join unit u on u.record_id = r.id and u.scope = 'facts'
    where r.kind = 'partnership' and jsonb_array_length(coalesce(u.content -> 'parties', '[]')) = 2
      and u.content #>> '{parties,0,place}' is not null and u.content #>> '{parties,1,place}' is not null`);
  return new Set(rows.map(({ one, other }) => pairName(one, other)));
}

/** One name for two places, whichever is named first. */
export function pairName(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** The address parts that records of a kind have. */
export async function listTakenSlugs(kind: 'partnership' | 'place'): Promise<Set<string>> {
  const rows = await appDb().execute<{ slug: string }>(
    sql`select slug from record where kind = ${kind} and slug is not null and deleted_at is null`,
  );
  return new Set(rows.map(({ slug }) => slug));
}

/** The names under which imports know records of a kind, those in the trash too. */
export async function listKnownKeys(kind: 'partnership' | 'place'): Promise<Set<string>> {
  const rows = await appDb().execute<{ key: string }>(
    sql`select import_key as key from record where kind = ${kind} and import_key is not null`,
  );
  return new Set(rows.map(({ key }) => key));
}
