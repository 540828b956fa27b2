import { sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { nearestFirst } from '#db/sql/nearest-first.ts';
import { partnershipText } from '#db/schema/partnerships.ts';
import { storyText } from '#db/schema/stories.ts';
import { localeOf } from '#features/records/nearest-text.ts';
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
  const order = FALLBACK[locale];
  const rows = await publicDb().execute<Row>(sql`
    select kind, ref, slug, title, lead, locale as "textLocale",
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "changedAt"
    from (
      (select 'partnership' as kind, p.id, p.ref, p.slug, t.title, t.lead, t.locale, greatest(p.published_at, t.published_at) as at
        from (select * from partnership order by published_at desc, id limit ${limit}) p
        cross join lateral (select * from ${partnershipText} where partnership_id = p.id
          order by ${nearestFirst(partnershipText.locale, order)} limit 1) t)
      union all
      (select 'story', s.id, s.ref, s.slug, t.title, t.lead, t.locale, greatest(s.published_at, t.published_at)
        from (select * from story order by published_at desc, id limit ${limit}) s
        cross join lateral (select * from ${storyText} where story_id = s.id
          order by ${nearestFirst(storyText.locale, order)} limit 1) t)
    ) news
    order by at desc, id limit ${limit}`);
  return [...rows].map((row) => ({ ...row, textLocale: localeOf(row.textLocale) }));
}
