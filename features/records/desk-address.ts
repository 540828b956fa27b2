import { DEFAULT_LOCALE, isLocale, type Locale } from '#i18n/locales.ts';

/** The language that an address prefix stands for: `` is Arabic, `/de` German. */
export function localeOfPrefix(prefix: string): Locale {
  const name = prefix.replace('/', '');
  return isLocale(name) ? name : DEFAULT_LOCALE;
}

/** The address prefix of a language in the desk. */
export function prefixOf(locale: Locale): '' | '/de' | '/en' {
  if (locale === 'ar') return '';
  return locale === 'de' ? '/de' : '/en';
}
