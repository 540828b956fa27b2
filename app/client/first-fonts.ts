import written from '../styles/first-fonts.json' with { type: 'json' };
import { isLocale, DIRECTION } from '#i18n/locales.ts';

/**
 * The fonts that a page is asked to fetch before its style sheet does, as addresses; what comes late has its place from the
 * next page on (docs/decisions/0028).
 *
 * @param language - of the page
 */
export function firstFontsOf(language: string): readonly string[] {
  return isLocale(language) && DIRECTION[language] === 'ltr' ? written.latin : written.arabic;
}
