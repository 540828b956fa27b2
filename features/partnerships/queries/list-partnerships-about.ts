import { type SQL, and, asc, count, desc, eq, exists, inArray, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import type { Database } from '#db/pool.ts';
import { organisation } from '#db/schema/organisations.ts';
import {
  partnership,
  partnershipParty,
  partnershipProgramme,
  partnershipText,
  partnershipTheme,
} from '#db/schema/partnerships.ts';
import { place } from '#db/schema/places.ts';
import type { Locale } from '#i18n/locales.ts';
import { isImported } from '../internal/published-lists.ts';
import { type ListedPartnership, listPublishedPartnerships } from './list-published-partnerships.ts';

/** What a page is about that names some of its partnerships; a country by its two capital letters. */
export type PageSubject =
  | { country: string }
  | { organisationId: string }
  | { placeId: string }
  | { programmeId: string }
  | { themeId: string };

/** Some partnerships, and how many there are in all. */
export interface SomePartnerships {
  total: number;
  partnerships: ListedPartnership[];
}

/**
 * The partnerships of a place, country, organisation, programme or theme, those first that somebody has looked at, then those that were
 * released last; a page names some of them and says how many there are, so that it does not grow with the register.
 */
export async function listPartnershipsAbout(
  locale: Locale,
  subject: PageSubject,
  most: number,
): Promise<SomePartnerships> {
  const db = publicDb();
  const hasText = exists(
    db
      .select({ one: sql`1` })
      .from(partnershipText)
      .where(eq(partnershipText.partnershipId, partnership.id)),
  );
  const among = and(inArray(partnership.id, idsOf(db, subject)), hasText);
  const [[counted], rows] = await Promise.all([
    db.select({ total: count() }).from(partnership).where(among),
    db
      .select({ id: partnership.id })
      .from(partnership)
      .where(among)
      .orderBy(asc(isImported(db)), desc(partnership.publishedAt), asc(partnership.id))
      .limit(most),
  ]);
  const listed = await listPublishedPartnerships(locale, { ids: rows.map(({ id }) => id) });
  const byId = new Map(listed.map((one) => [one.id, one]));
  return { total: counted?.total ?? 0, partnerships: rows.flatMap(({ id }) => byId.get(id) ?? []) };
}

/** The ids of all of them as a subquery, each by an index. */
function idsOf(db: Database, subject: PageSubject): SQL {
  if ('country' in subject) return sql`(${inCountry(db, subject.country)})`;
  if ('themeId' in subject) {
    const { partnershipId, themeId } = partnershipTheme;
    return sql`(${db.select({ partnershipId }).from(partnershipTheme).where(eq(themeId, subject.themeId))})`;
  }
  if ('programmeId' in subject) {
    const { partnershipId, programmeId } = partnershipProgramme;
    return sql`(${db.select({ partnershipId }).from(partnershipProgramme).where(eq(programmeId, subject.programmeId))})`;
  }
  const { organisationId, partnershipId, placeId } = partnershipParty;
  const side = 'placeId' in subject ? eq(placeId, subject.placeId) : eq(organisationId, subject.organisationId);
  return sql`(${db.select({ partnershipId }).from(partnershipParty).where(side)})`;
}

/** A side stands where its place stands; an organisation without one in the country that it names. */
function inCountry(db: Database, country: string) {
  const { partnershipId } = partnershipParty;
  const ofPlaces = db
    .select({ partnershipId })
    .from(place)
    .innerJoin(partnershipParty, eq(partnershipParty.placeId, place.id))
    .where(eq(place.country, country));
  const ofOrganisations = db
    .select({ partnershipId })
    .from(organisation)
    .innerJoin(partnershipParty, eq(partnershipParty.organisationId, organisation.id))
    .leftJoin(place, eq(place.id, organisation.placeId))
    .where(eq(sql`coalesce(${place.country}, ${organisation.country})`, country));
  return ofPlaces.union(ofOrganisations);
}
