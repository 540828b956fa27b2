import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { partnershipParty } from '#db/schema/partnerships.ts';
import { place, placeText } from '#db/schema/places.ts';
import { nested } from '#db/sql/json-rows.ts';
import { collated } from '#db/sql/collated.ts';
import { nearestFirst } from '#db/sql/nearest-first.ts';
import { localeOf } from '#i18n/nearest-text.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';

/**
 * All published places in the alphabetical order of the reader's language, or some of them.
 *
 * @param ids - only these; all where it is left out
 * @returns each with the number of its published partnerships
 */
export async function listPublishedPlaces(locale: Locale, ids?: readonly string[]) {
  if (ids?.length === 0) return [];
  const db = publicDb();
  const nearest = db
    .select({ locale: placeText.locale, title: placeText.title, sortKey: placeText.sortKey })
    .from(placeText)
    .where(eq(placeText.placeId, place.id))
    .orderBy(nearestFirst(placeText.locale, FALLBACK[locale]))
    .limit(1)
    .as('nearest');
  const partnerships = db
    .select({ value: sql<number>`count(distinct ${sql`${partnershipParty.partnershipId}`})::int` })
    .from(partnershipParty)
    .where(eq(partnershipParty.placeId, place.id));
  const rows = await db
    .select({
      id: place.id,
      slug: place.slug,
      country: place.country,
      kind: place.kind,
      title: nearest.title,
      sortKey: nearest.sortKey,
      textLocale: nearest.locale,
      partnerships: nested(partnerships),
    })
    .from(place)
    .innerJoinLateral(nearest, sql`true`)
    .where(and(ids === undefined ? undefined : inArray(place.id, [...ids])))
    .orderBy(asc(collated(nearest.sortKey, locale)), asc(place.id));
  return rows.map((row) => ({ ...row, textLocale: localeOf(row.textLocale) }));
}
