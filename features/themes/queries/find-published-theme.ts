import { eq } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { theme, themeText } from '#db/schema/themes.ts';
import { localeNames } from '#db/sql/locale-names.ts';
import { nearestFirst } from '#db/sql/nearest-first.ts';
import { localeOf } from '#i18n/nearest-text.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';

/** One field of cooperation as the public sees it. */
export type PublishedTheme = NonNullable<Awaited<ReturnType<typeof findPublishedTheme>>>;

/**
 * One field of cooperation as the public sees it, in the reader's language or the nearest that has a text.
 *
 * @param slug - the address part after `/themes/`; untrusted
 * @returns `null` where nothing published has that slug
 */
export async function findPublishedTheme(slug: string, locale: Locale) {
  const db = publicDb();
  const [row] = await db
    .select({
      id: theme.id,
      ref: theme.ref,
      slug: theme.slug,
      sdgs: theme.sdgs,
      textLocale: themeText.locale,
      title: themeText.title,
      lead: themeText.lead,
      body: themeText.body,
      titles: localeNames(db, { text: themeText, owner: themeText.themeId, id: theme.id }),
    })
    .from(theme)
    .innerJoin(themeText, eq(themeText.themeId, theme.id))
    .where(eq(theme.slug, slug))
    .orderBy(nearestFirst(themeText.locale, FALLBACK[locale]))
    .limit(1);
  return row === undefined ? null : { ...row, textLocale: localeOf(row.textLocale) };
}
