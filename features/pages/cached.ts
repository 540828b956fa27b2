import { cache } from 'react';
import { slug as slugField } from '#features/records/fields.ts';
import type { Locale } from '#i18n/locales.ts';
import { findPublishedPage, type PublishedPage } from './queries/find-published-page.ts';

/**
 * A page about the register, read once a request; an address that can be none never reaches the database.
 *
 * @param slug - untrusted
 * @returns `null` where nothing published has that slug
 */
export const readPage = cache(async (slug: string, locale: Locale): Promise<PublishedPage | null> => {
  return slugField().safeParse(slug).success ? findPublishedPage(slug, locale) : null;
});
