import { asc, eq, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { partnershipTheme } from '#db/schema/partnerships.ts';
import { theme, themeText } from '#db/schema/themes.ts';
import { nested } from '#db/sql/json-rows.ts';
import { nearestFirst } from '#db/sql/nearest-first.ts';
import { inAlphabet } from '#db/sql/without-article.ts';
import { localeOf } from '#i18n/nearest-text.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';

/** A field of cooperation in a list. */
export type ListedTheme = Awaited<ReturnType<typeof listPublishedThemes>>[number];

/** The list of fields is a closed one in all but name; this many are never reached. */
const THEMES_MAX = 500;

/** All published fields of cooperation in alphabetical order, each with the number of its partnerships. */
export async function listPublishedThemes(locale: Locale) {
  const db = publicDb();
  const nearest = db
    .select({ locale: themeText.locale, title: themeText.title, lead: themeText.lead })
    .from(themeText)
    .where(eq(themeText.themeId, theme.id))
    .orderBy(nearestFirst(themeText.locale, FALLBACK[locale]))
    .limit(1)
    .as('nearest');
  const partnerships = db
    .select({ value: sql<number>`count(*)::int` })
    .from(partnershipTheme)
    .where(eq(partnershipTheme.themeId, theme.id));
  const rows = await db
    .select({
      id: theme.id,
      slug: theme.slug,
      title: nearest.title,
      lead: nearest.lead,
      textLocale: nearest.locale,
      partnerships: nested(partnerships),
    })
    .from(theme)
    .innerJoinLateral(nearest, sql`true`)
    .orderBy(asc(inAlphabet(nearest, locale)), asc(theme.id))
    .limit(THEMES_MAX);
  return rows.map((row) => ({ ...row, textLocale: localeOf(row.textLocale) }));
}
