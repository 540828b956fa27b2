import { env } from '#platform/env.ts';
import { LOCALES, localisePath } from '#i18n/locales.ts';

/** The pages that stand before the public whatever is published, without language prefix. */
export const STANDING_PAGES = [
  '/',
  '/countries',
  '/data',
  '/freshness',
  '/map',
  '/organisations',
  '/partnerships',
  '/places',
  '/programmes',
  '/search',
  '/stories',
  '/themes',
] as const;

/** The pages about the register that each page names at its end; their texts are records of the kind `page`. */
export const WELL_KNOWN_PAGES = ['about', 'accessibility', 'easy-language', 'imprint', 'privacy'] as const;

/** What else stands right under the root; a test compares it with the folders of the routes. */
const OTHER_ROOTS = [
  ...[
    'api',
    'client',
    'dashboard',
    'gallery',
    'internal',
    'not-found',
    'p',
    'pictures',
    'preview',
    'problem',
    'query',
    'r',
    'set-up',
    'sign-in',
  ],
  ...['sitemaps', ...LOCALES],
];

/** Whether something of the site's own stands at an address right under the root, so that no record may. */
export function isTakenAddress(slug: string): boolean {
  return OTHER_ROOTS.includes(slug) || STANDING_PAGES.some((path) => path === `/${slug}`);
}

/** Shows every part of the public pages to those who build them; it stands nowhere else. */
export const GALLERY_PAGE = '/gallery';

/** Whether this process shows the gallery: while developing, and where a test says so. */
export function isGalleryOpen(): boolean {
  const { GALLERY, NODE_ENV } = env();
  return GALLERY === 'open' || NODE_ENV === 'development';
}

/** The kinds whose records have a page. */
export const KINDS_WITH_PAGES = [
  'organisation',
  'page',
  'partnership',
  'place',
  'programme',
  'story',
  'theme',
] as const;

/** The files that stand beside the pages and have no language. */
export const PUBLIC_FILES: readonly string[] = ['/icon.svg', '/manifest.webmanifest', '/robots.txt', '/sitemap.xml'];

/** The files that there are in each language. */
export const LANGUAGE_FILES: readonly string[] = ['/calendar.ics', '/feed.xml'];

/** Parts of the site map; whether there are so many only the register knows. */
const SITEMAP_PART = /^\/sitemaps\/[1-9]\d{0,3}\.xml$/u;

/** Whether a file may stand at a whole address. */
export function isPublicFile(path: string): boolean {
  return (
    PUBLIC_FILES.includes(path) || SITEMAP_PART.test(path) || LANGUAGE_FILES.flatMap(inAllLanguages).includes(path)
  );
}

/** The whole addresses of a path in all languages. */
export function inAllLanguages(path: string): string[] {
  return LOCALES.map((locale) => localisePath(locale, path));
}
