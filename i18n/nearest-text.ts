import { DEFAULT_LOCALE, FALLBACK, isLocale, LOCALES, type Locale } from './locales.ts';

/** The same words in some of the languages. */
export type ByLocale = Partial<Record<Locale, string>>;

/** Words and the language they are in. */
export interface LocalText {
  text: string;
  locale: Locale;
}

/**
 * The words in the reader's language or the nearest that has them.
 *
 * @returns `null` where no language has any
 */
export function nearestText(words: ByLocale, reader: Locale): LocalText | null {
  for (const locale of FALLBACK[reader]) {
    const text = words[locale];
    if (text !== undefined) return { text, locale };
  }
  return null;
}

/** The languages in which there is a text, in the order in which the site names them. */
export function languagesOf(published: readonly string[]): Locale[] {
  return LOCALES.filter((locale) => published.includes(locale));
}

/** The language of a stored text. The tables hold no others; a foreign one would be shown as the default's. */
export function localeOf(stored: string): Locale {
  return isLocale(stored) ? stored : DEFAULT_LOCALE;
}
