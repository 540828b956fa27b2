import { countryName } from '#features/vocabulary/countries.ts';
import { type Locale, localisePath } from '#i18n/locales.ts';
import { type MapFilter, mapPath } from './map-filter.ts';
import type { MapEnd, MapRoute } from './model.ts';
import type { CountryEnd, CountryPair } from './queries/list-country-pairs.ts';

/** How bundles are worded. */
export interface BundleWords {
  locale: Locale;
  /** Two countries and how many partnerships they have, plain text. */
  title: (pair: { first: string; second: string; count: number }) => string;
}

/** Each bundle of partnerships as a line that leads to the map of just these two countries. */
export function linesOfCountries(
  pairs: readonly CountryPair[],
  filter: MapFilter,
  { locale, title }: BundleWords,
): MapRoute[] {
  return pairs.map(({ first, second, partnerships }, rank) => {
    const from = endOf(first, locale);
    const to = endOf(second, locale);
    const countries = [first.code, second.code];
    return {
      id: countries.join('-'),
      href: localisePath(locale, mapPath({ ...filter, countries })),
      title: title({ first: from.name, second: to.name, count: partnerships }),
      from,
      to,
      weight: partnerships,
      rank,
    };
  });
}

/** A code that no list knows is shown as it is. */
function endOf({ code, latitude, longitude }: CountryEnd, locale: Locale): MapEnd {
  return { name: countryName(code, locale) ?? code, latitude, longitude };
}
