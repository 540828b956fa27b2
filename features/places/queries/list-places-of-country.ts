import { asc, desc, eq, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { partnershipParty } from '#db/schema/partnerships.ts';
import { place, placeText } from '#db/schema/places.ts';
import { collated } from '#db/sql/collated.ts';
import { nearestFirst } from '#db/sql/nearest-first.ts';
import { localeOf } from '#i18n/nearest-text.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';

/**
 * The places of a country that have the most partnerships, in the alphabetical order of the reader's language.
 *
 * @param country - two capital letters
 * @returns at most `most`, and how many there are in all
 */
export async function listPlacesOfCountry(locale: Locale, country: string, most: number) {
  const db = publicDb();
  const nearest = db
    .select({ locale: placeText.locale, title: placeText.title, sortKey: placeText.sortKey })
    .from(placeText)
    .where(eq(placeText.placeId, place.id))
    .orderBy(nearestFirst(placeText.locale, FALLBACK[locale]))
    .limit(1)
    .as('nearest');
  const tied = db
    .select({ n: sql<number>`count(distinct ${sql`${partnershipParty.partnershipId}`})::int`.as('n') })
    .from(partnershipParty)
    .where(eq(partnershipParty.placeId, place.id))
    .as('tied');
  const some = db
    .select({
      id: place.id,
      slug: place.slug,
      kind: place.kind,
      title: sql<string>`${nearest.title}`.as('title'),
      sortKey: sql<string>`${nearest.sortKey}`.as('sort_key'),
      textLocale: sql<string>`${nearest.locale}`.as('text_locale'),
      partnerships: sql<number>`${tied.n}`.as('partnerships'),
      total: sql<number>`count(*) over ()::int`.as('total'),
    })
    .from(place)
    .innerJoinLateral(nearest, sql`true`)
    .innerJoinLateral(tied, sql`true`)
    .where(eq(place.country, country))
    .orderBy(desc(tied.n), asc(place.id))
    .limit(most)
    .as('some');
  const rows = await db
    .select()
    .from(some)
    .orderBy(asc(collated(some.sortKey, locale)), asc(some.id));
  return {
    total: rows[0]?.total ?? 0,
    places: rows.map(({ total: _total, sortKey: _sortKey, ...row }) => ({
      ...row,
      textLocale: localeOf(row.textLocale),
    })),
  };
}
