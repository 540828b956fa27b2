import type { Locale } from '#i18n/locales.ts';
import countries from './countries.json' with { type: 'json' };

const NAMES: ReadonlyMap<string, Readonly<Record<Locale, string>>> = new Map(Object.entries(countries));

/** The country codes in use: two capital letters after ISO 3166-1, and `XK` for Kosovo. */
export const COUNTRY_CODES: readonly string[] = [...NAMES.keys()];

/**
 * The reviewed name of a country, the same on every machine.
 *
 * @param code - two capital letters as in ISO 3166-1
 * @returns `null` for a code that is not in use
 * @remarks Not `Intl.DisplayNames`: its names differ between the versions of CLDR that browsers and servers carry.
 */
export function countryName(code: string, locale: Locale): string | null {
  return NAMES.get(code)?.[locale] ?? null;
}
