import { and, asc, desc, eq, exists, inArray, type SQL, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import type { Database } from '#db/pool.ts';
import {
  partnership,
  partnershipParty,
  partnershipProgramme,
  partnershipText,
  partnershipTheme,
} from '#db/schema/partnerships.ts';
import { collated } from '#db/sql/collated.ts';
import { nearestFirst } from '#db/sql/nearest-first.ts';
import { localeOf } from '#i18n/nearest-text.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';
import { isImported, partyList, statusLists, themeList } from '../internal/published-lists.ts';

/** A partnership in a list. */
export type ListedPartnership = Awaited<ReturnType<typeof listPublishedPartnerships>>[number];

/** Which partnerships; all conditions that are given hold together. */
export interface PartnershipFilter {
  ids?: readonly string[];
  /** By their permanent references, as the search finds them. */
  refs?: readonly string[];
  placeId?: string;
  organisationId?: string;
  themeId?: string;
  programmeId?: string;
  /** Only so many, newest release first, behind all others those that nobody has checked; without it all, in alphabetical order. */
  newest?: number;
}

/**
 * Published partnerships, each in the reader's language or the nearest that has a text.
 *
 * @returns `publishedAt` is an instant in UTC, the later release of the facts and the shown text
 */
export async function listPublishedPartnerships(locale: Locale, filter: PartnershipFilter = {}) {
  if (filter.ids?.length === 0 || filter.refs?.length === 0) return [];
  const db = publicDb();
  const nearest = db
    .select({
      locale: partnershipText.locale,
      title: partnershipText.title,
      lead: partnershipText.lead,
      publishedAt: partnershipText.publishedAt,
    })
    .from(partnershipText)
    .where(eq(partnershipText.partnershipId, partnership.id))
    .orderBy(nearestFirst(partnershipText.locale, FALLBACK[locale]))
    .limit(1)
    .as('nearest');
  const released = sql`greatest(${partnership.publishedAt}, ${nearest.publishedAt})`;
  const order =
    filter.newest === undefined ? [asc(collated(nearest.title, locale))] : [asc(isImported(db)), desc(released)];
  const rows = await db
    .select({
      id: partnership.id,
      ref: partnership.ref,
      slug: partnership.slug,
      type: partnership.type,
      since: partnership.since,
      title: nearest.title,
      lead: nearest.lead,
      textLocale: nearest.locale,
      publishedAt: sql<string>`to_char(${released} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
      parties: partyList(db),
      themes: themeList(db),
      isImported: isImported(db),
      ...statusLists(db),
    })
    .from(partnership)
    .innerJoinLateral(nearest, sql`true`)
    .where(and(...conditions(db, filter)))
    .orderBy(...order, asc(partnership.id))
    .limit(filter.newest ?? 10_000);
  return rows.map((row) => ({ ...row, textLocale: localeOf(row.textLocale) }));
}

function conditions(db: Database, filter: PartnershipFilter): SQL[] {
  const { ids, refs, placeId, organisationId, programmeId, themeId } = filter;
  const found: SQL[] = [];
  if (ids !== undefined) found.push(inArray(partnership.id, [...ids]));
  if (refs !== undefined) found.push(inArray(partnership.ref, [...refs]));
  if (placeId !== undefined) found.push(hasParty(db, eq(partnershipParty.placeId, placeId)));
  if (organisationId !== undefined) found.push(hasParty(db, eq(partnershipParty.organisationId, organisationId)));
  if (themeId !== undefined) {
    const links = db.select({ one: sql`1` }).from(partnershipTheme);
    found.push(
      exists(
        links.where(and(eq(partnershipTheme.partnershipId, partnership.id), eq(partnershipTheme.themeId, themeId))),
      ),
    );
  }
  if (programmeId !== undefined) {
    const links = db.select({ one: sql`1` }).from(partnershipProgramme);
    found.push(
      exists(
        links.where(
          and(
            eq(partnershipProgramme.partnershipId, partnership.id),
            eq(partnershipProgramme.programmeId, programmeId),
          ),
        ),
      ),
    );
  }
  return found;
}

function hasParty(db: Database, party: SQL): SQL {
  const parties = db.select({ one: sql`1` }).from(partnershipParty);
  return exists(parties.where(and(eq(partnershipParty.partnershipId, partnership.id), party)));
}
