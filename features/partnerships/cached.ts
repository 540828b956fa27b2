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

/** What a partnership's page shows beside it. */
interface Shown {
  stories: readonly { id: string }[];
  related: readonly { partnership: { id: string } }[];
  /** How many related ones there is room for. */
  most: number;
}

/**
 * The tags of a partnership's page: its own, which neighbours mark as well, and those of what it lists. While there is room
 * for related ones, the next that shares a side or a theme is shown, so what it would mark is named too.
 */
export function partnershipPageTags(
  { id, parties, themes }: PublishedPartnership,
  { stories, related, most }: Shown,
): string[] {
  const sides = parties.flatMap(({ placeId, organisationId }) => placeId ?? organisationId ?? []);
  const shared = related.length < most ? [...sides, ...themes.map((theme) => theme.id)] : [];
  return [
    recordTag(id),
    ...shared.map((one) => recordTag(one)),
    ...recordTags(
      'partnership',
      related.map(({ partnership }) => partnership),
    ),
    ...recordTags('story', stories),
  ];
}

/** The tags of every page that lists partnerships with the names of their sides and themes. */
export function partnershipListTags(): string[] {
  return [listTag('partnership'), listTag('place'), listTag('organisation'), listTag('theme')];
}
