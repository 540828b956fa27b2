import { cache } from 'react';
import { slug as slugField } from '#features/records/fields.ts';
import { listTag, recordTag, recordTags } from '#features/records/tags.ts';
import type { Locale } from '#i18n/locales.ts';
import { findPublishedPlace, type PublishedPlace } from './queries/find-published-place.ts';

/**
 * A place's page, read once a request; an address that can be none never reaches the database.
 *
 * @param slug - untrusted
 * @returns `null` where nothing published has that slug
 */
export const readPlace = cache(async (slug: string, locale: Locale): Promise<PublishedPlace | null> => {
  return slugField().safeParse(slug).success ? findPublishedPlace(slug, locale) : null;
});

/** What a place's page shows beside the place. */
interface Shown {
  partnerships: readonly { id: string }[];
  stories: readonly { id: string }[];
  /** The ids of its partners: what they are linked to is shown as well. */
  partners: readonly string[];
}

/** The tags of a place's page: its own, and those of the partnerships, partners and stories that it shows. */
export function placePageTags({ id }: PublishedPlace, { partnerships, stories, partners }: Shown): string[] {
  const near = recordTags(
    'place',
    partners.map((partner) => ({ id: partner })),
  );
  return [recordTag(id), ...near, ...recordTags('partnership', partnerships), ...recordTags('story', stories)];
}

/** The tags of the list of places with the numbers of their partnerships. */
export function placeListTags(): string[] {
  return [listTag('place'), listTag('partnership')];
}
