import { LOCALES, localisePath } from '#i18n/locales.ts';

/** The pages that stand before the public whatever is published, without language prefix. */
export const STANDING_PAGES = [
  '/',
  '/countries',
  '/map',
  '/organisations',
  '/partnerships',
  '/places',
  '/programmes',
  '/search',
  '/stories',
  '/themes',
] as const;

/** The kinds whose records have a page. */
export const KINDS_WITH_PAGES = ['organisation', 'partnership', 'place', 'programme', 'story', 'theme'] as const;

/** The files that stand beside the pages; they have no language. */
export const PUBLIC_FILES: readonly string[] = ['/icon.svg'];

/** The whole addresses of a path in all languages. */
export function inAllLanguages(path: string): string[] {
  return LOCALES.map((locale) => localisePath(locale, path));
}
