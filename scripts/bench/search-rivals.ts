import { sql } from 'drizzle-orm';
import type { Database } from '#db/pool.ts';

/** A way of searching. */
export interface Rival {
  name: string;
  /** The addresses of what is found, the best first. */
  find: (query: string, most: number) => Promise<string[]>;
}

/**
 * What a site would do without a search of its own, on the same texts in the same database: names, titles, themes, countries
 * and summaries of each record as one text.
 */
const TEXTS = `
  select 'place' as kind, r.slug, string_agg(concat_ws(' ', t.title, array_to_string(t.aliases, ' '), t.lead), ' ') as body
  from place r join place_text t on t.place_id = r.id group by r.id
  union all
  select 'partnership', r.slug, concat_ws(' ',
    (select string_agg(concat_ws(' ', t.title, t.lead), ' ') from partnership_text t where t.partnership_id = r.id),
    (select string_agg(concat_ws(' ', t.title, array_to_string(t.aliases, ' ')), ' ') from partnership_party p
      join place_text t on t.place_id = p.place_id where p.partnership_id = r.id),
    (select string_agg(t.title, ' ') from partnership_theme h join theme_text t on t.theme_id = h.theme_id
      where h.partnership_id = r.id))
  from partnership r
  union all
  select 'theme', r.slug, string_agg(t.title, ' ') from theme r join theme_text t on t.theme_id = r.id group by r.id
  union all
  select 'story', r.slug, string_agg(concat_ws(' ', t.title, t.lead), ' ')
  from story r join story_text t on t.story_id = r.id group by r.id`;

/** Puts these texts into a table of their own, each with Postgres' own words of it, so that asking is all that is timed. */
export const RIVAL_TABLE = `
  create table rival as select kind, slug, body, to_tsvector('arabic', body) as words from (${TEXTS}) texts;
  create index on rival using gin (words);
  grant select on rival to madinatan_public`;

/** Plain `ILIKE` and Postgres' own full text with its Arabic stemmer. */
export function listRivals(db: Database): Rival[] {
  return [
    {
      name: 'ILIKE',
      find: async (query, most) =>
        slugsOf(
          await db.execute(sql`
            select slug from rival where body ilike ${`%${query.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`} order by length(body) limit ${most}`),
        ),
    },
    {
      name: 'Postgres full text, arabic',
      find: async (query, most) =>
        slugsOf(
          await db.execute(sql`
            select slug from rival, plainto_tsquery('arabic', ${query}) q
            where words @@ q order by ts_rank(words, q, 1) desc limit ${most}`),
        ),
    },
  ];
}

function slugsOf(rows: readonly Record<string, unknown>[]): string[] {
  return rows.map(({ slug }) => String(slug));
}
