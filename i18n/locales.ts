/** The languages of the product, Arabic first: it is the default and stands at `/` without a prefix. */
export const LOCALES = ['ar', 'de', 'en'] as const;

/** A language of the interface or of a text. */
export type Locale = (typeof LOCALES)[number];

/** The language of every address without a prefix. */
export const DEFAULT_LOCALE: Locale = 'ar';

/** The direction in which text of a language runs. */
export const DIRECTION = { ar: 'rtl', de: 'ltr', en: 'ltr' } as const satisfies Record<Locale, 'ltr' | 'rtl'>;

/** Which language to show, in order, where a text is missing in the reader's own. */
export const FALLBACK: Record<Locale, readonly Locale[]> = {
  ar: ['ar', 'en', 'de'],
  de: ['de', 'en', 'ar'],
  en: ['en', 'de', 'ar'],
};

/** Each language's name in itself; the switch never uses flags or translated names. */
export const LANGUAGE_NAME: Record<Locale, string> = { ar: 'العربية', de: 'Deutsch', en: 'English' };

/** `Intl` tags: digits are named, because the default digits of plain `ar` changed between CLDR releases. */
export const INTL_TAG: Record<Locale, string> = { ar: 'ar-u-nu-latn', de: 'de', en: 'en-GB' };

/** Whether a string from outside names one of the languages. */
export function isLocale(value: string): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/**
 * The address of a path in a language: `/places` in Arabic, `/de/places` in German.
 *
 * @param path - begins with `/`
 */
export function localisePath(locale: Locale, path: string): string {
  if (locale === DEFAULT_LOCALE) return path;
  return path === '/' ? `/${locale}` : `/${locale}${path}`;
}
