import { eq } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import type { Database } from '#db/pool.ts';
import { place, placePopulation, placeText } from '#db/schema/places.ts';
import { jsonRows, nested } from '#db/sql/json-rows.ts';
import { localeNames } from '#db/sql/locale-names.ts';
import { nearestFirst } from '#db/sql/nearest-first.ts';
import { publishedEvidence } from '#features/records/queries/published-evidence.ts';
import { localeOf } from '#i18n/nearest-text.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';

/** One place as the public sees it. */
export type PublishedPlace = NonNullable<Awaited<ReturnType<typeof findPublishedPlace>>>;

/**
 * One place as the public sees it, in the reader's language or the nearest that has a text.
 *
 * @param slug - the address part after `/places/`; untrusted
 * @returns `null` where nothing published has that slug
 */
export async function findPublishedPlace(slug: string, locale: Locale) {
  const db = publicDb();
  const [row] = await db
    .select({
      id: place.id,
      ref: place.ref,
      slug: place.slug,
      kind: place.kind,
      country: place.country,
      latitude: place.latitude,
      longitude: place.longitude,
      wikidata: place.wikidata,
      geonames: place.geonames,
      unlocode: place.unlocode,
      nuts: place.nuts,
      textLocale: placeText.locale,
      title: placeText.title,
      lead: placeText.lead,
      body: placeText.body,
      names: localeNames(db, { text: placeText, owner: placeText.placeId, id: place.id }),
      aliases: aliasesByLocale(db),
      populations: populationsOf(db),
      ...publishedEvidence(db, place.id),
    })
    .from(place)
    .innerJoin(placeText, eq(placeText.placeId, place.id))
    .where(eq(place.slug, slug))
    .orderBy(nearestFirst(placeText.locale, FALLBACK[locale]))
    .limit(1);
  return row === undefined ? null : { ...row, textLocale: localeOf(row.textLocale) };
}

const POPULATION_FIELDS = {
  id: placePopulation.id,
  value: placePopulation.value,
  approximate: placePopulation.approximate,
  year: placePopulation.year,
  area: placePopulation.area,
  sourceId: placePopulation.sourceId,
};

function populationsOf(db: Database) {
  return nested(
    db
      .select({ value: jsonRows(POPULATION_FIELDS, [placePopulation.position]) })
      .from(placePopulation)
      .where(eq(placePopulation.placeId, place.id)),
  );
}

/** The other names of a place, one row a language. */
function aliasesByLocale(db: Database) {
  return nested(
    db
      .select({ value: jsonRows({ locale: placeText.locale, names: placeText.aliases }, [placeText.locale]) })
      .from(placeText)
      .where(eq(placeText.placeId, place.id)),
  );
}
