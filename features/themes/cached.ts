import { cache } from 'react';
import { slug as slugField } from '#features/records/fields.ts';
import { listTag, recordTag, recordTags } from '#features/records/tags.ts';
import type { Locale } from '#i18n/locales.ts';
import { findPublishedTheme, type PublishedTheme } from './queries/find-published-theme.ts';

/**
 * The page of a field of cooperation, read once a request; an address that can be none never reaches the database.
 *
 * @param slug - untrusted
 * @returns `null` where nothing published has that slug
 */
export const readTheme = cache(async (slug: string, locale: Locale): Promise<PublishedTheme | null> => {
  return slugField().safeParse(slug).success ? findPublishedTheme(slug, locale) : null;
});

/** What the page shows beside it. */
interface Shown {
  partnerships: readonly { id: string }[];
  stories: readonly { id: string }[];
}

/** The tags of that page: its own, which whatever points to it marks as well, and those of what it lists. */
export function themePageTags({ id }: PublishedTheme, { partnerships, stories }: Shown): string[] {
  return [recordTag(id), ...recordTags('partnership', partnerships), ...recordTags('story', stories)];
}

/** The tags of the list of all of them with the numbers of their partnerships. */
export function themeListTags(): string[] {
  return [listTag('theme'), listTag('partnership')];
}
