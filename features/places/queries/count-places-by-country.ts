import { count, eq, exists, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { place, placeText } from '#db/schema/places.ts';

/** How many published places lie in each country, by its two capital letters. */
export async function countPlacesByCountry(): Promise<Map<string, number>> {
  const db = publicDb();
  const named = db
    .select({ one: sql`1` })
    .from(placeText)
    .where(eq(placeText.placeId, place.id));
  const rows = await db
    .select({ country: place.country, places: count() })
    .from(place)
    .where(exists(named))
    .groupBy(place.country);
  return new Map(rows.map(({ country, places }) => [country, places]));
}
