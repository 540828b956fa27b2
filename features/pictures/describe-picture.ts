import { distanceBetween, sealOf } from '#features/partnerships/bridge.ts';
import type { PublishedPartnership } from '#features/partnerships/queries/find-published-partnership.ts';
import { statusBasisOn } from '#features/partnerships/status-basis.ts';
import { STATUS_TONES } from '#features/partnerships/status-tones.ts';
import { isUnchecked } from '#features/partnerships/unchecked.ts';
import { otherNamesOf } from '#features/places/other-names.ts';
import type { PublishedPlace } from '#features/places/queries/find-published-place.ts';
import { dateInWords, numberInDigits } from '#features/records/dates-in-words.ts';
import { nearestText } from '#i18n/nearest-text.ts';
import type { PublishedStory } from '#features/stories/queries/find-published-story.ts';
import { countryName } from '#features/vocabulary/countries.ts';
import type { Locale } from '#i18n/locales.ts';
import { plainIsolate } from '#ui/plain-isolate.ts';
import { networkSeal, pairSeal } from '#ui/seal-geometry.ts';
import type { Picture, PictureText, Stretch } from './model.ts';
import type { PictureWords } from './picture-words.ts';

/** The mark of the site is drawn at the angle of Hamburg and Busan. */
export const SITE_MARK = pairSeal({ bearing: 47 });

/** More names would not be read in a picture. */
const OTHER_NAMES_MAX = 2;

/** The picture of the front page. */
export function homePicture({ locale, t }: PictureWords): Picture {
  const title = t('Home.title');
  return {
    ...ground(locale, t('Common.siteName')),
    title: asText(title, locale),
    lead: asText(t('Home.lead'), locale, 'quiet'),
    seal: SITE_MARK,
    alt: t('Pictures.home', { title, site: t('Common.siteName') }),
  };
}

/** The picture of every page that has none of its own. */
export function sitePicture({ locale, t }: PictureWords): Picture {
  const site = t('Common.siteName');
  return {
    ...ground(locale, site),
    title: asText(site, locale),
    lead: asText(t('Common.siteDescription'), locale, 'quiet'),
    seal: SITE_MARK,
    alt: t('Pictures.site', { site }),
  };
}

/**
 * The picture of a partnership: the names in the colours of their squares, the status in a word, since when.
 *
 * @param day - the calendar day for which the status is computed
 */
export function partnershipPicture(partnership: PublishedPartnership, words: PictureWords, day: string): Picture {
  const { locale, t } = words;
  const { parties, since, textLocale, title } = partnership;
  const basis = statusBasisOn(day, partnership);
  const type = wordOf(words, `Vocabulary.partnershipTypes.${partnership.type}`) ?? partnership.type;
  const status = wordOf(words, `Vocabulary.statuses.${basis.status}`) ?? basis.status;
  const km = distanceBetween(parties);
  return {
    ...ground(locale, t('Common.siteName')),
    kicker: [type],
    title: pairTitle(partnership, words) ?? asText(title, textLocale),
    status: { word: status, tone: STATUS_TONES[basis.status] },
    facts: [
      ...(since === null ? [] : [t('Pictures.since', { date: dateInWords(since, locale) })]),
      ...(km === null ? [] : [t('Common.distance', { distance: numberInDigits(km, locale) })]),
      ...(isUnchecked(partnership, basis.status) ? [t('Partnerships.unchecked')] : []),
    ],
    seal: sealOf(parties),
    alt: t('Pictures.partnership', { title: plainIsolate(title), type, status }),
  };
}

/** The picture of a place: its name, what others call it, and its one square. */
export function placePicture(place: PublishedPlace, words: PictureWords): Picture {
  const { locale, t } = words;
  const { country, kind, names, textLocale, title } = place;
  const land = countryName(country, locale) ?? country;
  return {
    ...ground(locale, t('Common.siteName')),
    kicker: [wordOf(words, `Vocabulary.placeKinds.${kind}`) ?? kind, land],
    title: asText(title, textLocale),
    facts: otherNamesOf(names, { locale: textLocale, title })
      .slice(0, OTHER_NAMES_MAX)
      .map(({ text }) => text),
    seal: networkSeal(1),
    alt: t('Pictures.place', { title: plainIsolate(title), country: land }),
  };
}

/** The picture of a story: its title, as much of its beginning as there is room for, and when it was published. */
export function storyPicture(story: PublishedStory, { locale, t }: PictureWords): Picture {
  const { lead, publishedOn, textLocale, title } = story;
  const site = t('Common.siteName');
  return {
    ...ground(locale, site),
    kicker: [
      t('Stories.kicker'),
      ...(textLocale === locale ? [] : [t('Common.inLanguage', { language: textLocale })]),
      ...(publishedOn === null ? [] : [dateInWords(publishedOn, locale)]),
    ],
    title: asText(title, textLocale),
    lead: lead === null ? null : asText(lead, textLocale, 'quiet'),
    seal: SITE_MARK,
    alt: t('Pictures.story', { title: plainIsolate(title), site }),
  };
}

function ground(locale: Locale, siteName: string) {
  return { locale, siteName, kicker: [], status: null, facts: [], lead: null };
}

function asText(text: string, locale: Locale, look: Stretch['look'] = 'plain'): PictureText {
  return { stretches: [{ text, look }], locale };
}

/** Marks where the names belong into the words between them; no text of the interface holds such signs. */
const PLACES = { first: '\u0001', second: '\u0002', quiet: '\u0003' } as const;

/** The names of two sides with the quiet word between them; `null` for more sides, and for a side without a name. */
function pairTitle({ parties }: PublishedPartnership, { locale, t }: PictureWords): PictureText | null {
  const [first, second, ...more] = parties.map(({ names }) => nearestText(names, locale)?.text);
  if (first === undefined || second === undefined || more.length > 0) return null;
  const pattern = t.markup('Partnerships.pair', {
    first: () => PLACES.first,
    second: () => PLACES.second,
    and: (word) => `${PLACES.quiet}${word}${PLACES.quiet}`,
  });
  // A line may break before the quiet word, never behind it.
  const bound = pattern.replace(` ${PLACES.second}`, `\u00A0${PLACES.second}`);
  const stretches = bound.split(/([\u0001\u0002]|\u0003[^\u0003]*\u0003)/u).map((part): Stretch => {
    if (part === PLACES.first) return { text: first, look: 'first' };
    if (part === PLACES.second) return { text: second, look: 'second' };
    return { text: part.replaceAll(PLACES.quiet, ''), look: 'quiet' };
  });
  return { stretches, locale };
}

/** @returns `null` where the list has no such word, so that an old record stays readable */
function wordOf({ t }: PictureWords, key: string): string | null {
  const known = asKey(key);
  return t.has(known) ? t(known) : null;
}

type Key = Parameters<PictureWords['t']['has']>[0];

/** The caller asks `has` before anything else, which answers for any string. */
function asKey(key: string): Key {
  return key as Key;
}
