import { and, asc, eq, or, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { organisation, organisationText } from '#db/schema/organisations.ts';
import { partnershipParty } from '#db/schema/partnerships.ts';
import { place } from '#db/schema/places.ts';
import { collated } from '#db/sql/collated.ts';
import { nested } from '#db/sql/json-rows.ts';
import { nearestFirst } from '#db/sql/nearest-first.ts';
import { localeOf } from '#i18n/nearest-text.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';

/** Which organisations, and how many at most. */
interface Wanted {
  most: number;
  /** Only those that stand in this country, or in a place of it. */
  country?: string;
  /** Only those that stand in this place. */
  placeId?: string;
}

/**
 * Published organisations in alphabetical order, each with the number of partnerships to which it is a side.
 *
 * @returns at most `most`, and how many there are in all
 */
export async function listPublishedOrganisations(locale: Locale, { most, country, placeId }: Wanted) {
  const db = publicDb();
  const nearest = db
    .select({ locale: organisationText.locale, title: organisationText.title, sortKey: organisationText.sortKey })
    .from(organisationText)
    .where(eq(organisationText.organisationId, organisation.id))
    .orderBy(nearestFirst(organisationText.locale, FALLBACK[locale]))
    .limit(1)
    .as('nearest');
  const partnerships = db
    .select({ value: sql<number>`count(distinct ${sql`${partnershipParty.partnershipId}`})::int` })
    .from(partnershipParty)
    .where(eq(partnershipParty.organisationId, organisation.id));
  const rows = await db
    .select({
      id: organisation.id,
      slug: organisation.slug,
      kind: organisation.kind,
      title: nearest.title,
      textLocale: nearest.locale,
      partnerships: nested(partnerships),
      total: sql<number>`count(*) over ()::int`,
    })
    .from(organisation)
    .leftJoin(place, eq(place.id, organisation.placeId))
    .innerJoinLateral(nearest, sql`true`)
    .where(
      and(
        placeId === undefined ? undefined : eq(organisation.placeId, placeId),
        country === undefined ? undefined : or(eq(organisation.country, country), eq(place.country, country)),
      ),
    )
    .orderBy(asc(collated(nearest.sortKey, locale)), asc(organisation.id))
    .limit(most);
  return {
    total: rows[0]?.total ?? 0,
    organisations: rows.map(({ total: _total, ...row }) => ({ ...row, textLocale: localeOf(row.textLocale) })),
  };
}
