import { asc, eq, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { partnershipProgramme } from '#db/schema/partnerships.ts';
import { programme, programmeText } from '#db/schema/programmes.ts';
import { nested } from '#db/sql/json-rows.ts';
import { nearestFirst } from '#db/sql/nearest-first.ts';
import { inAlphabet } from '#db/sql/without-article.ts';
import { localeOf } from '#i18n/nearest-text.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';

/** What a list of programmes is cut to. */
interface Wanted {
  most: number;
  /** Only those that this organisation carries. */
  organisationId?: string;
}

/**
 * Published programmes in alphabetical order, each with the number of its partnerships.
 *
 * @returns at most `most`, and how many there are in all
 */
export async function listPublishedProgrammes(locale: Locale, { most, organisationId }: Wanted) {
  const db = publicDb();
  const nearest = db
    .select({ locale: programmeText.locale, title: programmeText.title, lead: programmeText.lead })
    .from(programmeText)
    .where(eq(programmeText.programmeId, programme.id))
    .orderBy(nearestFirst(programmeText.locale, FALLBACK[locale]))
    .limit(1)
    .as('nearest');
  const partnerships = db
    .select({ value: sql<number>`count(*)::int` })
    .from(partnershipProgramme)
    .where(eq(partnershipProgramme.programmeId, programme.id));
  const rows = await db
    .select({
      id: programme.id,
      slug: programme.slug,
      title: nearest.title,
      lead: nearest.lead,
      textLocale: nearest.locale,
      partnerships: nested(partnerships),
      total: sql<number>`count(*) over ()::int`,
    })
    .from(programme)
    .innerJoinLateral(nearest, sql`true`)
    .where(organisationId === undefined ? undefined : eq(programme.organisationId, organisationId))
    .orderBy(asc(inAlphabet(nearest, locale)), asc(programme.id))
    .limit(most);
  return {
    total: rows[0]?.total ?? 0,
    programmes: rows.map(({ total: _total, ...row }) => ({ ...row, textLocale: localeOf(row.textLocale) })),
  };
}
