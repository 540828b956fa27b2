import { and, asc, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { partnership } from '#db/schema/partnerships.ts';
import { mappedConditions } from '../internal/mapped-conditions.ts';
import type { MapFilter } from '../map-filter.ts';

/**
 * The partnerships that a map shows.
 *
 * @param most - how many ids are wanted at most
 * @param day - the calendar day whose statuses count
 * @returns how many there are in all, counted exactly, and the first of them by slug
 */
export async function findMapped(
  filter: MapFilter,
  { most, day }: { most: number; day: string },
): Promise<{ total: number; ids: string[] }> {
  const db = publicDb();
  const conditions = and(...mappedConditions(filter, day));
  const rows = await db
    .select({ id: partnership.id })
    .from(partnership)
    .where(conditions)
    .orderBy(asc(partnership.slug))
    .limit(most + 1);
  const ids = rows.slice(0, most).map(({ id }) => id);
  if (rows.length <= most) return { total: rows.length, ids };
  const [counted] = await db
    .select({ total: sql<number>`count(*)::int` })
    .from(partnership)
    .where(conditions);
  return { total: counted?.total ?? rows.length, ids };
}
