import { and, eq, exists, gte, inArray, isNotNull, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { organisation, organisationText } from '#db/schema/organisations.ts';
import { place, placeText } from '#db/schema/places.ts';

/** Which countries are asked about; both conditions hold together. */
interface Wanted {
  /** Only these, two capital letters each; all where it is left out. */
  codes?: readonly string[];
  /** Only those in which something was released at or after this time. */
  since?: Date | null;
}

/**
 * The countries that have a page: those in which a place or an organisation with a text is published. No record stands for a
 * country, so what is published there decides.
 */
export async function listCountriesWithPage({ codes, since = null }: Wanted = {}): Promise<Set<string>> {
  if (codes?.length === 0) return new Set();
  const db = publicDb();
  const conditions = (table: typeof organisation | typeof place) => [
    codes === undefined ? undefined : inArray(table.country, [...codes]),
    since === null ? undefined : gte(table.publishedAt, since),
  ];
  const one = { one: sql`1` };
  const named = exists(db.select(one).from(placeText).where(eq(placeText.placeId, place.id)));
  const entitled = exists(
    db.select(one).from(organisationText).where(eq(organisationText.organisationId, organisation.id)),
  );
  const rows = await db
    .select({ country: sql<string>`${place.country}` })
    .from(place)
    .where(and(named, ...conditions(place)))
    .union(
      db
        .select({ country: sql<string>`${organisation.country}` })
        .from(organisation)
        .where(and(isNotNull(organisation.country), entitled, ...conditions(organisation))),
    );
  return new Set(rows.map(({ country }) => country));
}
