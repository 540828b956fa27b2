import type { Locale } from '#i18n/locales.ts';

/**
 * A name as an alphabetical list sorts it: in Arabic without the leading article, since readers look for «الرياض» under ر.
 */
export function sortKeyOf(name: string, locale: Locale): string {
  const bare = locale === 'ar' ? name.replace(/^ال(?=\p{L}{2})/u, '') : name;
  return bare.normalize('NFC').trim();
}
