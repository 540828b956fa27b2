import { inArray } from 'drizzle-orm';
import { place, placeName, placeText } from '#db/schema/places.ts';
import type { Database } from '#db/pool.ts';
import { FALLBACK, LOCALES } from '#i18n/locales.ts';
import { letterOf } from '../model.ts';

/** Writes anew under which names some places stand in the lists of all languages. */
export async function writePlaceNames(tx: Database, ids: readonly string[]): Promise<void> {
  // Two languages released at once would each write the names of both; the second waits and sees the text of the first.
  await tx
    .select({ id: place.id })
    .from(place)
    .where(inArray(place.id, [...ids]))
    .orderBy(place.id)
    .for('no key update');
  const texts = await tx
    .select({ id: placeText.placeId, locale: placeText.locale, title: placeText.title, sortKey: placeText.sortKey })
    .from(placeText)
    .where(inArray(placeText.placeId, [...ids]));
  await tx.delete(placeName).where(inArray(placeName.placeId, [...ids]));
  const rows = ids.flatMap((placeId) =>
    LOCALES.flatMap((locale) => {
      const own = texts.filter(({ id }) => id === placeId);
      const nearest = FALLBACK[locale].flatMap((language) => own.find((text) => text.locale === language) ?? [])[0];
      if (nearest === undefined) return [];
      const { title, sortKey, locale: textLocale } = nearest;
      return { placeId, locale, title, textLocale, sortKey, letter: letterOf(sortKey) };
    }),
  );
  if (rows.length > 0) await tx.insert(placeName).values(rows);
}
