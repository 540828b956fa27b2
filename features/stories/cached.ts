import { cache } from 'react';
import { slug as slugField } from '#features/records/fields.ts';
import { listTag, recordTag, recordTags } from '#features/records/tags.ts';
import type { Locale } from '#i18n/locales.ts';
import { findPublishedStory, type PublishedStory } from './queries/find-published-story.ts';

/**
 * A story's page, read once a request; an address that can be none never reaches the database.
 *
 * @param slug - untrusted
 * @returns `null` where nothing published has that slug
 */
export const readStory = cache(async (slug: string, locale: Locale): Promise<PublishedStory | null> => {
  return slugField().safeParse(slug).success ? findPublishedStory(slug, locale) : null;
});

/** The tags of a story's page: its own, which the records that it speaks of mark as well, and those of their cards. */
export function storyPageTags({ id }: PublishedStory, partnerships: readonly { id: string }[]): string[] {
  return [recordTag(id), ...recordTags('partnership', partnerships)];
}

/** The tags of the list of stories. */
export function storyListTags(): string[] {
  return [listTag('story')];
}
