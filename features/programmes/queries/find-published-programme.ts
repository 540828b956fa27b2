import { eq, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { organisation, organisationText } from '#db/schema/organisations.ts';
import { programme, programmeText } from '#db/schema/programmes.ts';
import { localeNames } from '#db/sql/locale-names.ts';
import { nearestFirst } from '#db/sql/nearest-first.ts';
import { localeOf } from '#i18n/nearest-text.ts';
import { publishedEvidence } from '#features/records/queries/published-evidence.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';

/** One programme as the public sees it. */
export type PublishedProgramme = NonNullable<Awaited<ReturnType<typeof findPublishedProgramme>>>;

/**
 * One programme as the public sees it, in the reader's language or the nearest that has a text.
 *
 * @param slug - the address part after `/programmes/`; untrusted
 * @returns `null` where nothing published has that slug
 */
export async function findPublishedProgramme(slug: string, locale: Locale) {
  const db = publicDb();
  const [row] = await db
    .select({
      id: programme.id,
      ref: programme.ref,
      slug: programme.slug,
      website: programme.website,
      startedOn: programme.startedOn,
      endedOn: programme.endedOn,
      organisationSlug: sql<string | null>`${organisation.slug}`,
      organisationNames: localeNames(db, {
        text: organisationText,
        owner: organisationText.organisationId,
        id: programme.organisationId,
      }),
      abbreviation: programmeText.abbreviation,
      textLocale: programmeText.locale,
      title: programmeText.title,
      lead: programmeText.lead,
      body: programmeText.body,
      titles: localeNames(db, { text: programmeText, owner: programmeText.programmeId, id: programme.id }),
      ...publishedEvidence(db, programme.id),
    })
    .from(programme)
    .innerJoin(programmeText, eq(programmeText.programmeId, programme.id))
    .leftJoin(organisation, eq(organisation.id, programme.organisationId))
    .where(eq(programme.slug, slug))
    .orderBy(nearestFirst(programmeText.locale, FALLBACK[locale]))
    .limit(1);
  return row === undefined ? null : { ...row, textLocale: localeOf(row.textLocale) };
}
