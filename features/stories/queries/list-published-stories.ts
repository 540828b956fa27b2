import { and, asc, desc, eq, exists, inArray, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { story, storyLink, storyText } from '#db/schema/stories.ts';
import { nearestFirst } from '#db/sql/nearest-first.ts';
import { localeOf } from '#i18n/nearest-text.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';

/** A story in a list. */
export type ListedStory = Awaited<ReturnType<typeof listPublishedStories>>[number];

const STORIES_MAX = 1000;

/**
 * Published stories, the newest first, each in the reader's language or the nearest that has a text.
 *
 * @param about - only stories that speak of one of these records; all where it is left out
 * @param most - so many at most
 * @returns `publishedAt` is an instant in UTC
 */
export async function listPublishedStories(locale: Locale, about?: readonly string[], most = STORIES_MAX) {
  if (about?.length === 0) return [];
  const db = publicDb();
  const nearest = db
    .select({ locale: storyText.locale, title: storyText.title, lead: storyText.lead })
    .from(storyText)
    .where(eq(storyText.storyId, story.id))
    .orderBy(nearestFirst(storyText.locale, FALLBACK[locale]))
    .limit(1)
    .as('nearest');
  const links = db.select({ one: sql`1` }).from(storyLink);
  const rows = await db
    .select({
      id: story.id,
      slug: story.slug,
      publishedOn: story.publishedOn,
      publishedAt: sql<string>`to_char(${story.publishedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
      title: nearest.title,
      lead: nearest.lead,
      textLocale: nearest.locale,
    })
    .from(story)
    .innerJoinLateral(nearest, sql`true`)
    .where(
      about === undefined
        ? undefined
        : exists(links.where(and(eq(storyLink.storyId, story.id), inArray(storyLink.targetId, [...about])))),
    )
    .orderBy(desc(sql`coalesce(${story.publishedOn}, '')`), desc(story.publishedAt), asc(story.id))
    .limit(most);
  return rows.map((row) => ({ ...row, textLocale: localeOf(row.textLocale) }));
}
