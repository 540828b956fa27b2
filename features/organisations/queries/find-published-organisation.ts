import { eq, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { organisation, organisationText } from '#db/schema/organisations.ts';
import { place, placeText } from '#db/schema/places.ts';
import { localeNames } from '#db/sql/locale-names.ts';
import { nearestFirst } from '#db/sql/nearest-first.ts';
import { localeOf } from '#i18n/nearest-text.ts';
import { publishedEvidence } from '#features/records/queries/published-evidence.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';

/** One organisation as the public sees it. */
export type PublishedOrganisation = NonNullable<Awaited<ReturnType<typeof findPublishedOrganisation>>>;

/**
 * One organisation as the public sees it, in the reader's language or the nearest that has a text.
 *
 * @param slug - the address part after `/organisations/`; untrusted
 * @returns `null` where nothing published has that slug
 */
export async function findPublishedOrganisation(slug: string, locale: Locale) {
  const db = publicDb();
  const [row] = await db
    .select({
      id: organisation.id,
      ref: organisation.ref,
      slug: organisation.slug,
      kind: organisation.kind,
      country: sql<string | null>`coalesce(${place.country}, ${organisation.country})`,
      placeSlug: sql<string | null>`${place.slug}`,
      placeNames: localeNames(db, { text: placeText, owner: placeText.placeId, id: organisation.placeId }),
      website: organisation.website,
      wikidata: organisation.wikidata,
      aliases: organisationText.aliases,
      textLocale: organisationText.locale,
      title: organisationText.title,
      lead: organisationText.lead,
      body: organisationText.body,
      titles: localeNames(db, { text: organisationText, owner: organisationText.organisationId, id: organisation.id }),
      ...publishedEvidence(db, organisation.id),
    })
    .from(organisation)
    .innerJoin(organisationText, eq(organisationText.organisationId, organisation.id))
    .leftJoin(place, eq(place.id, organisation.placeId))
    .where(eq(organisation.slug, slug))
    .orderBy(nearestFirst(organisationText.locale, FALLBACK[locale]))
    .limit(1);
  return row === undefined ? null : { ...row, textLocale: localeOf(row.textLocale) };
}
