import { and, eq } from 'drizzle-orm';
import { place, placePopulation, placeText as textTable } from '#db/schema/places.ts';
import type { Database } from '#db/pool.ts';
import type { Projected } from '#features/records/kind.ts';
import type { Content } from '#features/records/model.ts';
import { publishedText } from '#features/records/published-text.ts';
import { sortKeyOf } from '#features/records/sort-key.ts';
import type { Locale } from '#i18n/locales.ts';
import { placeFacts, placeText } from '../input.ts';
import { writePlaceNames } from './place-names.ts';

/** Writes the facts of a place before the public. */
export async function projectPlaceFacts({ tx, id, ref, sourceLocale, now }: Projected, facts: Content): Promise<void> {
  const { population = [], sources: _sources, claims: _claims, ...own } = placeFacts.parse(facts);
  const { latitude = null, longitude = null, wikidata = null, geonames = null, unlocode = null, nuts = null } = own;
  const optional = { latitude, longitude, wikidata, geonames, unlocode, nuts };
  const row = { ref, ...own, ...optional, sourceLocale, publishedAt: now };
  await tx
    .insert(place)
    .values({ id, ...row })
    .onConflictDoUpdate({ target: place.id, set: row });
  await tx.delete(placePopulation).where(eq(placePopulation.placeId, id));
  if (population.length === 0) return;
  await tx
    .insert(placePopulation)
    .values(
      population.map(({ approximate = false, ...one }, position) => ({ placeId: id, position, approximate, ...one })),
    );
}

/** Writes the text of a place in one language before the public. */
export async function projectPlaceText({ tx, id, now }: Projected, locale: Locale, text: Content): Promise<void> {
  const parsed = placeText.parse(text);
  const { aliases = [], title } = parsed;
  const row = { ...publishedText(parsed, locale, now), aliases, sortKey: sortKeyOf(title, locale) };
  await tx
    .insert(textTable)
    .values({ placeId: id, ...row })
    .onConflictDoUpdate({ target: [textTable.placeId, textTable.locale], set: row });
  await writePlaceNames(tx, [id]);
}

/** Takes a place away from the public, with its texts and figures. */
export async function withdrawPlaceFacts(tx: Database, id: string): Promise<void> {
  await tx.delete(place).where(eq(place.id, id));
}

/** Takes one language of a place away from the public. */
export async function withdrawPlaceText(tx: Database, id: string, locale: Locale): Promise<void> {
  await tx.delete(textTable).where(and(eq(textTable.placeId, id), eq(textTable.locale, locale)));
  await writePlaceNames(tx, [id]);
}
