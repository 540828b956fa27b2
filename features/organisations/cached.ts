import { cache } from 'react';
import { slug as slugField } from '#features/records/fields.ts';
import { listTag, recordTag, recordTags } from '#features/records/tags.ts';
import type { Locale } from '#i18n/locales.ts';
import { findPublishedOrganisation, type PublishedOrganisation } from './queries/find-published-organisation.ts';

/**
 * The page of an organisation, read once a request; an address that can be none never reaches the database.
 *
 * @param slug - untrusted
 * @returns `null` where nothing published has that slug
 */
export const readOrganisation = cache(async (slug: string, locale: Locale): Promise<PublishedOrganisation | null> => {
  return slugField().safeParse(slug).success ? findPublishedOrganisation(slug, locale) : null;
});

/** What the page shows beside it. */
interface Shown {
  partnerships: readonly { id: string }[];
  stories: readonly { id: string }[];
}

/** The tags of that page: its own, which whatever points to it marks as well, and those of what it lists. */
export function organisationPageTags({ id }: PublishedOrganisation, { partnerships, stories }: Shown): string[] {
  return [recordTag(id), ...recordTags('partnership', partnerships), ...recordTags('story', stories)];
}

/** The tags of the list of all of them with the numbers of their partnerships. */
export function organisationListTags(): string[] {
  return [listTag('organisation'), listTag('partnership')];
}
