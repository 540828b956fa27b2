import { type Locale, localisePath } from '#i18n/locales.ts';

const BASE = 'http://own.invalid';

/**
 * A path of this site from what an address or a form says, or `null` where it would lead away: `//evil.example`,
 * `https://…`, `/\evil.example`, paths that begin with spaces or hold control characters.
 *
 * @param asked - untrusted
 */
export function ownPath(asked: string | null | undefined): string | null {
  if (typeof asked !== 'string' || !asked.startsWith('/') || /[\\\p{Cc}]/u.test(asked)) return null;
  const url = URL.canParse(asked, BASE) ? new URL(asked, BASE) : null;
  // Dots are resolved first: `/.//evil.example` becomes `//evil.example`, which a browser reads as another site.
  if (url === null || url.origin !== BASE || url.pathname.startsWith('//')) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The same page of this site in a language. */
export function ownPathIn(locale: Locale, path: string): string {
  const bare = path.replace(/^\/(?:ar|de|en)(?=[/?#]|$)/u, '');
  return localisePath(locale, bare.startsWith('/') ? bare : `/${bare}`);
}
