import { isProblem } from '#platform/problem.ts';
import { localisePath, type Locale } from '#i18n/locales.ts';
import { slug as slugField } from '../fields.ts';
import { HOME_PICTURE, pageOfPicture, picturePath, SITE_PICTURE } from '../picture-path.ts';
import { readPublicAddress } from '../public-address.ts';
import {
  GALLERY_PAGE,
  isGalleryOpen,
  isPublicFile,
  isTakenAddress,
  KINDS_WITH_PAGES,
  STANDING_PAGES,
} from '../public-pages.ts';
import { countryAt, publicPath } from '../public-path.ts';
import { findAddressOfRef } from './find-address-of-ref.ts';
import { listCountriesWithPage } from './list-countries-with-page.ts';
import { listPublishedAddresses, type PublishedAddress } from './list-published-addresses.ts';

/** What stands at a whole address. */
export type AddressAnswer =
  | { state: 'live' }
  | { state: 'moved'; location: string }
  | { state: 'gone' | 'unknown'; locale: Locale }
  /** The database is away, and only it knows. */
  | { state: 'unavailable' };

/** What became of an address; `null` where nothing was ever there. */
type Fate = PublishedAddress | null | 'unavailable';

/**
 * What stands at public addresses, in the same order: a page, the way to where it stands now, or nothing (any more). What can
 * be no address never reaches the database; it is asked once for all records and once for all countries together.
 *
 * @param given - whole paths, with or without language prefix, percent-encoded or not; untrusted
 */
export async function findAddresses(given: readonly string[]): Promise<AddressAnswer[]> {
  const read = given.map((path) => readPublicAddress(path));
  const recordPaths = read.flatMap(({ path }) => (path === null ? [] : (recordPathOf(path) ?? [])));
  const [records, countries] = await Promise.all([
    recordPaths.length === 0 ? NONE : orUnavailable(listPublishedAddresses(recordPaths)),
    orUnavailable(listCountriesWithPage({ codes: read.flatMap(({ path }) => countryOf(path)) })),
  ]);
  return Promise.all(
    given.map(async (path, at) => {
      const address = read[at] ?? readPublicAddress(path);
      return answerFor(path, address, (known) => fateOf(known, { records, countries }));
    }),
  );
}

const NONE: ReadonlyMap<string, PublishedAddress> = new Map();
const STANDING: readonly string[] = [...STANDING_PAGES, HOME_PICTURE, SITE_PICTURE];
const LIVE: PublishedAddress = { state: 'live', movedTo: null };

async function answerFor(
  given: string,
  { locale, path, canonical }: ReturnType<typeof readPublicAddress>,
  findFate: (path: string) => Promise<Fate>,
): Promise<AddressAnswer> {
  if (path === null) return { state: 'unknown', locale };
  if (isPublicFile(given)) return { state: 'live' };
  // Arabic has no prefix; whether anything stands there is asked when the reader comes back.
  if (/^\/ar(?:\/|$)/u.test(given)) return { state: 'moved', location: canonical };
  const fate = await findFate(path);
  if (fate === 'unavailable') return { state: 'unavailable' };
  if (fate === null) return { state: 'unknown', locale };
  if (fate.state === 'gone') return { state: 'gone', locale };
  const location = fate.movedTo === null ? canonical : localisePath(locale, fate.movedTo);
  return location === given ? { state: 'live' } : { state: 'moved', location };
}

/** What was found out about all that was asked for. */
interface Published {
  records: ReadonlyMap<string, PublishedAddress> | 'unavailable';
  countries: ReadonlySet<string> | 'unavailable';
}

/** @param path - without language prefix */
async function fateOf(path: string, { records, countries }: Published): Promise<Fate> {
  if (STANDING.some((page) => page === path)) return LIVE;
  if (path === GALLERY_PAGE) return isGalleryOpen() ? LIVE : null;
  const ref = /^\/r\/([^/]+)$/u.exec(path)?.[1];
  if (ref !== undefined) return orUnavailable(findAddressOfRef(ref).then((found) => (found === null ? null : LIVE)));
  const country = countryAt(path);
  if (country !== null) return fateOfCountry(country, countries);
  return fateOfRecord(path, records);
}

function fateOfRecord(path: string, records: Published['records']): Fate {
  const recordPath = recordPathOf(path);
  if (recordPath === null) return null;
  if (records === 'unavailable') return 'unavailable';
  const record = records.get(recordPath) ?? null;
  return record === null || recordPath === path ? record : fateOfPicture(record);
}

/** A picture stands as long as its page does, and moves with it. */
function fateOfPicture({ state, movedTo }: PublishedAddress): PublishedAddress {
  return { state, movedTo: movedTo === null ? null : picturePath(movedTo) };
}

function fateOfCountry(country: string, countries: Published['countries']): Fate {
  if (countries === 'unavailable') return 'unavailable';
  return countries.has(country) ? LIVE : null;
}

function countryOf(path: string | null): string[] {
  const country = path === null ? null : countryAt(path);
  return country === null ? [] : [country];
}

/** The page of a record that is asked for, or whose picture is; `null` for any other address. */
function recordPathOf(path: string): string | null {
  const pictured = pageOfPicture(path);
  if (pictured !== null) return publicPath(pictured.kind, pictured.slug);
  return isRecordPath(path) ? path : null;
}

function isRecordPath(path: string): boolean {
  return KINDS_WITH_PAGES.some((kind) => {
    const base = publicPath(kind, '');
    const slug = path.slice(base.length);
    // Right under the root stand the site's own addresses, too.
    if (kind === 'page' && isTakenAddress(slug)) return false;
    return path.startsWith(base) && slugField().safeParse(slug).success;
  });
}

async function orUnavailable<T>(asked: Promise<T>): Promise<T | 'unavailable'> {
  try {
    return await asked;
  } catch (thrown) {
    if (isProblem(thrown) && thrown.code === 'unavailable') return 'unavailable';
    throw thrown;
  }
}
