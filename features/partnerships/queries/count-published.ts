import { sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { partnership, partnershipTheme } from '#db/schema/partnerships.ts';
import { place } from '#db/schema/places.ts';

/** How much the register holds. */
export interface PublishedCounts {
  partnerships: number;
  places: number;
  countries: number;
  /** Fields of cooperation in which at least one partnership works. */
  themes: number;
}

/** How much the public part of the register holds. */
export async function countPublished(): Promise<PublishedCounts> {
  const [row] = await publicDb()
    .select({
      partnerships: sql<number>`(select count(*)::int from ${partnership})`,
      places: sql<number>`(select count(*)::int from ${place})`,
      countries: sql<number>`(select count(distinct country)::int from ${place})`,
      themes: sql<number>`(select count(distinct theme_id)::int from ${partnershipTheme})`,
    })
    .from(sql`(select 1) as one`);
  return row ?? { partnerships: 0, places: 0, countries: 0, themes: 0 };
}
