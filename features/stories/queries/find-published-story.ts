import { eq, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import type { Database } from '#db/pool.ts';
import { organisation, organisationText } from '#db/schema/organisations.ts';
import { partnership, partnershipText } from '#db/schema/partnerships.ts';
import { place, placeText } from '#db/schema/places.ts';
import { programme, programmeText } from '#db/schema/programmes.ts';
import { story, storyLink, storyText } from '#db/schema/stories.ts';
import { theme, themeText } from '#db/schema/themes.ts';
import { jsonRows, nested } from '#db/sql/json-rows.ts';
import { localeNames } from '#db/sql/locale-names.ts';
import { nearestFirst } from '#db/sql/nearest-first.ts';
import { publishedEvidence } from '#features/records/queries/published-evidence.ts';
import { type ByLocale, localeOf } from '#i18n/nearest-text.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';

/** One story as the public sees it. */
export type PublishedStory = NonNullable<Awaited<ReturnType<typeof findPublishedStory>>>;

/**
 * One story as the public sees it, with the records it speaks of, in the reader's language or the nearest that has a text.
 *
 * @param slug - the address part after `/stories/`; untrusted
 * @returns `null` where nothing published has that slug; a link without `slug` leads to a record that was withdrawn
 */
export async function findPublishedStory(slug: string, locale: Locale) {
  const db = publicDb();
  const [row] = await db
    .select({
      id: story.id,
      ref: story.ref,
      slug: story.slug,
      publishedOn: story.publishedOn,
      textLocale: storyText.locale,
      title: storyText.title,
      lead: storyText.lead,
      body: storyText.body,
      titles: localeNames(db, { text: storyText, owner: storyText.storyId, id: story.id }),
      links: linkList(db),
      sources: publishedEvidence(db, story.id).sources,
    })
    .from(story)
    .innerJoin(storyText, eq(storyText.storyId, story.id))
    .where(eq(story.slug, slug))
    .orderBy(nearestFirst(storyText.locale, FALLBACK[locale]))
    .limit(1);
  return row === undefined ? null : { ...row, textLocale: localeOf(row.textLocale) };
}

/** A link holds the target's id alone, so each table of targets is asked; at most one of them knows it. */
function linkList(db: Database) {
  const fields = {
    id: storyLink.targetId,
    kind: storyLink.targetKind,
    slug: sql<
      string | null
    >`coalesce(${partnership.slug}, ${place.slug}, ${organisation.slug}, ${programme.slug}, ${theme.slug})`,
    names: sql<ByLocale>`case ${storyLink.targetKind}
      when 'partnership' then ${localeNames(db, { text: partnershipText, owner: partnershipText.partnershipId, id: partnership.id })}
      when 'place' then ${localeNames(db, { text: placeText, owner: placeText.placeId, id: place.id })}
      when 'organisation' then ${localeNames(db, { text: organisationText, owner: organisationText.organisationId, id: organisation.id })}
      when 'programme' then ${localeNames(db, { text: programmeText, owner: programmeText.programmeId, id: programme.id })}
      else ${localeNames(db, { text: themeText, owner: themeText.themeId, id: theme.id })} end`,
  };
  return nested(
    db
      .select({ value: jsonRows(fields, [storyLink.position]) })
      .from(storyLink)
      .leftJoin(partnership, eq(partnership.id, storyLink.targetId))
      .leftJoin(place, eq(place.id, storyLink.targetId))
      .leftJoin(organisation, eq(organisation.id, storyLink.targetId))
      .leftJoin(programme, eq(programme.id, storyLink.targetId))
      .leftJoin(theme, eq(theme.id, storyLink.targetId))
      .where(eq(storyLink.storyId, story.id)),
  );
}
