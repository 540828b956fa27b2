import { asc, eq, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { partnershipTheme } from '#db/schema/partnerships.ts';
import { theme, themeText } from '#db/schema/themes.ts';
import { collated } from '#db/sql/collated.ts';
import { nested } from '#db/sql/json-rows.ts';
import { nearestFirst } from '#db/sql/nearest-first.ts';
import { localeOf } from '#features/records/nearest-text.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';

/** A field of cooperation in a list. */
export type ListedTheme = Awaited<ReturnType<typeof listPublishedThemes>>[number];

/** All published fields of cooperation in alphabetical order, each with the number of its partnerships. */
export async function listPublishedThemes(locale: Locale) {
  const db = publicDb();
  const nearest = db
    .select({ locale: themeText.locale, title: themeText.title })
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
      textLocale: nearest.locale,
      partnerships: nested(partnerships),
    })
    .from(theme)
    .innerJoinLateral(nearest, sql`true`)
    .orderBy(asc(collated(nearest.title, locale)), asc(theme.id));
  return rows.map((row) => ({ ...row, textLocale: localeOf(row.textLocale) }));
}
