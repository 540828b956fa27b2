import { type AskedOfList, type Cursor, readAddress, writeCursor } from '#features/records/list-cursor.ts';
import { COUNTRY_CODES } from '#features/vocabulary/countries.ts';
import type { Locale } from '#i18n/locales.ts';

/** What is asked of the list of places. */
export interface PlaceQuestion {
  /** Codes in capitals; one of them is enough. */
  countries: readonly string[];
  /** The heading under which the names stand; `null` for all. */
  letter: string | null;
  after: Cursor | null;
  before: Cursor | null;
  /** What was asked and means nothing, as it was written. */
  ignored: readonly string[];
}

/** The letters of the alphabet in which a language sorts its list, in order. */
export const ALPHABET: Record<Locale, readonly string[]> = {
  ar: [...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي'],
  de: [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  en: [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
};

/**
 * Reads what the address asks of the list.
 *
 * @param asked - untrusted; what means nothing is left out and named in `ignored`
 */
export function readPlaceQuestion(asked: AskedOfList): PlaceQuestion {
  const { read, readPlace, ignored } = readAddress(asked);
  const { after, before } = readPlace();
  return {
    countries: [...new Set(read('country', countryOrNull))],
    letter: read('letter', letterOrNull)[0] ?? null,
    after,
    before,
    ignored: ignored(),
  };
}

/** A question as the keys and values of an address. */
export function askPlaces({ countries, letter, after, before }: PlaceQuestion): Record<string, string | string[]> {
  return {
    country: countries.map((code) => code.toLowerCase()),
    letter: letter ?? '',
    after: after === null ? '' : writeCursor(after),
    before: before === null ? '' : writeCursor(before),
  };
}

function countryOrNull(value: string): string | null {
  return COUNTRY_CODES.find((code) => code === value.toUpperCase()) ?? null;
}

/** One letter of any script, or the sign under which names stand that begin with none. */
function letterOrNull(value: string): string | null {
  return /^(?:\p{L}|#)$/u.test(value) ? value.toLocaleUpperCase('en') : null;
}
