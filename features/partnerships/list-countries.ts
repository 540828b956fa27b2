import { countPlacesByCountry } from '#features/places/queries/count-places-by-country.ts';
import { listCountriesWithPage } from '#features/records/queries/list-countries-with-page.ts';
import { sortKeyOf } from '#features/records/sort-key.ts';
import { countryName } from '#features/vocabulary/countries.ts';
import { INTL_TAG, type Locale } from '#i18n/locales.ts';
import { countPartnershipsByCountry } from './queries/list-partner-countries.ts';

/** A country of the register. */
export interface ListedCountry {
  /** Two capital letters. */
  code: string;
  name: string;
  places: number;
  partnerships: number;
}

/** The countries that have a page, in the alphabetical order of the reader's language, with what lies in them. */
export async function listCountries(locale: Locale): Promise<ListedCountry[]> {
  const [codes, places, partnerships] = await Promise.all([
    listCountriesWithPage(),
    countPlacesByCountry(),
    countPartnershipsByCountry(),
  ]);
  const { compare } = new Intl.Collator(INTL_TAG[locale]);
  return [...codes]
    .map((code) => ({
      code,
      name: countryName(code, locale) ?? code,
      places: places.get(code) ?? 0,
      partnerships: partnerships.get(code) ?? 0,
    }))
    .toSorted((one, other) => compare(sortKeyOf(one.name, locale), sortKeyOf(other.name, locale)));
}
