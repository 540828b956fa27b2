import { eq } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { partnership, partnershipText } from '#db/schema/partnerships.ts';
import { localeNames } from '#db/sql/locale-names.ts';
import { nearestFirst } from '#db/sql/nearest-first.ts';
import { publishedEvidence } from '#features/records/queries/published-evidence.ts';
import { localeOf } from '#i18n/nearest-text.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';
import {
  isImported,
  partyList,
  programmeList,
  projectList,
  statusLists,
  themeList,
} from '../internal/published-lists.ts';

/** One partnership as the public sees it. */
export type PublishedPartnership = NonNullable<Awaited<ReturnType<typeof findPublishedPartnership>>>;

/** One side of a partnership. */
export type PublishedParty = PublishedPartnership['parties'][number];

/**
 * One partnership as the public sees it, with all its lists, in the reader's language or the nearest that has a text.
 *
 * @param slug - the address part after `/partnerships/`; untrusted
 * @returns `null` where nothing published has that slug, so that a draft stays unknown
 */
export async function findPublishedPartnership(slug: string, locale: Locale) {
  const db = publicDb();
  const [row] = await db
    .select({
      id: partnership.id,
      ref: partnership.ref,
      slug: partnership.slug,
      type: partnership.type,
      since: partnership.since,
      sdgs: partnership.sdgs,
      textLocale: partnershipText.locale,
      title: partnershipText.title,
      lead: partnershipText.lead,
      body: partnershipText.body,
      labels: partnershipText.labels,
      titles: localeNames(db, { text: partnershipText, owner: partnershipText.partnershipId, id: partnership.id }),
      parties: partyList(db),
      themes: themeList(db),
      programmes: programmeList(db),
      projects: projectList(db),
      isImported: isImported(db),
      ...statusLists(db),
      ...publishedEvidence(db, partnership.id),
    })
    .from(partnership)
    .innerJoin(partnershipText, eq(partnershipText.partnershipId, partnership.id))
    .where(eq(partnership.slug, slug))
    .orderBy(nearestFirst(partnershipText.locale, FALLBACK[locale]))
    .limit(1);
  return row === undefined ? null : { ...row, textLocale: localeOf(row.textLocale) };
}
