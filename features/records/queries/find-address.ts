import { localisePath, type Locale } from '#i18n/locales.ts';
import { slug as slugField } from '../fields.ts';
import { readPublicAddress } from '../public-address.ts';
import { KINDS_WITH_PAGES, PUBLIC_FILES, STANDING_PAGES } from '../public-pages.ts';
import { publicPath } from '../public-path.ts';
import { findAddressOfRef } from './find-address-of-ref.ts';
import { findPublishedAddress, type PublishedAddress } from './find-published-address.ts';

/** What stands at a whole address. */
export type AddressAnswer =
  | { state: 'live' }
  | { state: 'moved'; location: string }
  | { state: 'gone' | 'unknown'; locale: Locale };

/**
 * What stands at a public address: a page, the way to where it stands now, or nothing (any more). What can be no address
 * never reaches the database; for all others it is asked once.
 *
 * @param given - a whole path, with or without language prefix, percent-encoded or not; untrusted
 * @throws Problem `unavailable`
 */
export async function findAddress(given: string): Promise<AddressAnswer> {
  const { locale, path, canonical } = readPublicAddress(given);
  if (path === null) return { state: 'unknown', locale };
  if (PUBLIC_FILES.includes(given)) return { state: 'live' };
  // Arabic has no prefix; whether anything stands there is asked when the reader comes back.
  if (/^\/ar(?:\/|$)/u.test(given)) return { state: 'moved', location: canonical };
  const fate = await fateOf(path);
  if (fate === null) return { state: 'unknown', locale };
  if (fate.state === 'gone') return { state: 'gone', locale };
  const location = fate.movedTo === null ? canonical : localisePath(locale, fate.movedTo);
  return location === given ? { state: 'live' } : { state: 'moved', location };
}

const LIVE: PublishedAddress = { state: 'live', movedTo: null };

/** @param path - without language prefix */
async function fateOf(path: string): Promise<PublishedAddress | null> {
  if (STANDING_PAGES.some((page) => page === path)) return LIVE;
  const ref = /^\/r\/([^/]+)$/u.exec(path)?.[1];
  if (ref !== undefined) return (await findAddressOfRef(ref)) === null ? null : LIVE;
  return isRecordPath(path) ? findPublishedAddress(path) : null;
}

function isRecordPath(path: string): boolean {
  return KINDS_WITH_PAGES.some((kind) => {
    const base = publicPath(kind, '');
    return path.startsWith(base) && slugField().safeParse(path.slice(base.length)).success;
  });
}
