import { distanceBetween } from '#features/partnerships/bridge.ts';
import type { ListedPartnership } from '#features/partnerships/queries/list-published-partnerships.ts';
import { nearestText } from '#i18n/nearest-text.ts';
import { publicPath } from '#features/records/public-path.ts';
import { type Locale, localisePath } from '#i18n/locales.ts';
import type { MapEnd, MapRoute } from './model.ts';

type Party = ListedPartnership['parties'][number];

/** How lines are worded. */
export interface LineWords {
  locale: Locale;
  /** The two names as one title, plain text. */
  pairTitle: (first: string, second: string) => string;
  /** A distance with its unit. */
  distance: (km: number) => string;
}

/** The lines of a partnership: of two sides one, of a network one from its first side to each of the others. */
export function linesOfPartnership(partnership: ListedPartnership, rank: number, words: LineWords): MapRoute[] {
  const [first, ...others] = partnership.parties;
  if (first === undefined) return [];
  const from = endOf(first, words.locale);
  const km = distanceBetween(partnership.parties);
  return others.map((other, at) => {
    const to = endOf(other, words.locale);
    return {
      id: `${partnership.id}-${String(at)}`,
      href: localisePath(words.locale, publicPath('partnership', partnership.slug)),
      title: words.pairTitle(from.name, to.name),
      from,
      to,
      caption: km === null ? undefined : words.distance(km),
      rank,
    };
  });
}

function endOf({ names, placeSlug, latitude, longitude }: Party, locale: Locale): MapEnd {
  const name = nearestText(names, locale);
  return {
    name: name?.text ?? '',
    lang: name === null || name.locale === locale ? undefined : name.locale,
    latitude,
    longitude,
    href: placeSlug === null ? undefined : localisePath(locale, publicPath('place', placeSlug)),
  };
}
