import type { ByLocale } from '#i18n/nearest-text.ts';
import { LOCALES, type Locale } from '#i18n/locales.ts';

/** A name and the languages that use it. */
export interface NameOfPlace {
  text: string;
  locales: Locale[];
}

/** What a place is called in the other languages; a name that several share, or that the page shows already, stands once. */
export function otherNamesOf(names: ByLocale, shown: { locale: Locale; title: string }): NameOfPlace[] {
  const found: NameOfPlace[] = [];
  for (const locale of LOCALES) {
    const text = names[locale];
    if (text === undefined || locale === shown.locale || text === shown.title) continue;
    const known = found.find((name) => name.text === text);
    if (known === undefined) found.push({ text, locales: [locale] });
    else known.locales.push(locale);
  }
  return found;
}
