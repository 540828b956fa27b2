import { cache } from 'react';
import { slug as slugField } from '#features/records/fields.ts';
import { listTag, recordTag, recordTags } from '#features/records/tags.ts';
import type { Locale } from '#i18n/locales.ts';
import { findPublishedPartnership, type PublishedPartnership } from './queries/find-published-partnership.ts';

/**
 * A partnership's page, read once a request; an address that can be none never reaches the database.
 *
 * @param slug - untrusted
 * @returns `null` where nothing published has that slug
 */
export const readPartnership = cache(async (slug: string, locale: Locale): Promise<PublishedPartnership | null> => {
  return slugField().safeParse(slug).success ? findPublishedPartnership(slug, locale) : null;
});

/** The tags of a partnership's page: its own, which neighbours mark as well, and those of the stories that it lists. */
export function partnershipPageTags({ id }: PublishedPartnership, stories: readonly { id: string }[]): string[] {
  return [recordTag(id), ...recordTags('story', stories)];
}

/** The tags of every page that lists partnerships with the names of their sides and themes. */
export function partnershipListTags(): string[] {
  return [listTag('partnership'), listTag('place'), listTag('organisation'), listTag('theme')];
}
