import { DEFAULT_LOCALE, isLocale, localisePath, type Locale } from '#i18n/locales.ts';

/** What an address from outside asks for. */
export interface PublicAddress {
  locale: Locale;
  /** Decoded and without language prefix; `null` where the address cannot be read. */
  path: string | null;
  /** The one way in which the site itself writes this address: without `/ar`, without a slash at the end, encoded. */
  canonical: string;
}

const LENGTH_MAX = 2000;

/**
 * Reads an address as a reader's browser may send it, with or without language prefix, percent-encoded or not.
 *
 * @param given - untrusted
 */
export function readPublicAddress(given: string): PublicAddress {
  const raw = given.split('/').slice(1);
  const [first = ''] = raw;
  const locale = isLocale(first) ? first : DEFAULT_LOCALE;
  const unreadable = { locale, path: null, canonical: given };
  if (!given.startsWith('/') || given.length > LENGTH_MAX) return unreadable;
  const segments = (raw.at(-1) === '' ? raw.slice(0, -1) : raw).map(decode);
  if (!segments.every(isSegment)) return unreadable;
  const own = isLocale(first) ? segments.slice(1) : segments;
  const canonical = localisePath(locale, `/${own.map(encodeURIComponent).join('/')}`);
  return { locale, path: `/${own.join('/')}`, canonical };
}

/** `null` where the encoding is broken. */
function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/** Nothing empty, nothing that leads upwards or, put into another address, to another host. */
function isSegment(segment: string | null): segment is string {
  return segment !== null && !/^\.{0,2}$|[/\\]/u.test(segment) && segment.isWellFormed();
}
