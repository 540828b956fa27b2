import { eq, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { page, pageText } from '#db/schema/pages.ts';
import { localeNames } from '#db/sql/locale-names.ts';
import { nearestFirst } from '#db/sql/nearest-first.ts';
import { localeOf } from '#i18n/nearest-text.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';

/** A page about the register as the public sees it. */
export type PublishedPage = NonNullable<Awaited<ReturnType<typeof findPublishedPage>>>;

/**
 * A page about the register as the public sees it, in the reader's language or the nearest that has a text.
 *
 * @param slug - its address without the stroke; untrusted
 * @returns `null` where nothing published has that slug; `publishedAt` is the instant in UTC at which this text was released
 */
export async function findPublishedPage(slug: string, locale: Locale) {
  const db = publicDb();
  const [row] = await db
    .select({
      id: page.id,
      publishedAt: sql<string>`to_char(${pageText.publishedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
      slug: page.slug,
      isEasy: page.isEasy,
      textLocale: pageText.locale,
      title: pageText.title,
      lead: pageText.lead,
      body: pageText.body,
      titles: localeNames(db, { text: pageText, owner: pageText.pageId, id: page.id }),
    })
    .from(page)
    .innerJoin(pageText, eq(pageText.pageId, page.id))
    .where(eq(page.slug, slug))
    .orderBy(nearestFirst(pageText.locale, FALLBACK[locale]))
    .limit(1);
  return row === undefined ? null : { ...row, textLocale: localeOf(row.textLocale) };
}
