import { type SQL, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { nearestFirst } from '#db/sql/nearest-first.ts';
import { partnershipText } from '#db/schema/partnerships.ts';
import { storyText } from '#db/schema/stories.ts';
import { localeOf } from '#i18n/nearest-text.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';

/** A partnership or story that is new or has changed. */
export interface NewsItem {
  kind: 'partnership' | 'story';
  ref: string;
  slug: string;
  title: string;
  lead: string | null;
  textLocale: Locale;
  /** The later release of facts and text, an instant in UTC. */
  changedAt: string;
}

interface Row extends Record<string, unknown> {
  kind: NewsItem['kind'];
  ref: string;
  slug: string;
  title: string;
  lead: string | null;
  textLocale: string;
  changedAt: string;
}

/** What was released last, the newest first, each in the reader's language or the nearest that has a text. */
export async function listNews(locale: Locale, limit: number): Promise<NewsItem[]> {
  const rows = await publicDb().execute<Row>(sql`
    select kind, ref, slug, title, lead, locale as "textLocale",
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt"
    from (${newsOf('partnership', locale, limit)} union all ${newsOf('story', locale, limit)}) news
    order by at desc, id limit ${limit}`);
  return [...rows].map((row) => ({ ...row, textLocale: localeOf(row.textLocale) }));
}

/**
 * The news of one kind: candidates are the newest facts and the newest texts that readers of the language see, for either is
 * released without the other.
 */
function newsOf(kind: NewsItem['kind'], locale: Locale, limit: number): SQL {
  const text = kind === 'partnership' ? partnershipText : storyText;
  const [table, owner] = [sql.raw(kind), sql.raw(`${kind}_id`)];
  const nearest = nearestFirst(text.locale, FALLBACK[locale]);
  return sql`(select ${kind}::text as kind, r.id, r.ref, r.slug, t.title, t.lead, t.locale, greatest(r.published_at, t.published_at) as at
    from ${table} r
    cross join lateral (select * from ${text} where ${owner} = r.id order by ${nearest} limit 1) t
    where r.id in (select id from ${table} order by published_at desc, id limit ${limit}) or r.id in (
      select ${owner} from (
        select distinct on (${owner}) ${owner}, published_at from ${text} order by ${owner}, ${nearest}
      ) seen order by published_at desc, ${owner} limit ${limit}))`;
}
