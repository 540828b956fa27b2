import type { ByLocale } from '#i18n/nearest-text.ts';
import type { Locale } from '#i18n/locales.ts';

const GERMAN_SPEAKING = new Set(['AT', 'CH', 'DE', 'LI']);

/**
 * The Latin name of a city under its Arabic one, as it stands on maps and signs there.
 *
 * @returns `undefined` for readers of a language in Latin letters, and where no such name is known
 */
export function ownGloss(
  names: ByLocale,
  { country, reader }: { country: string | null; reader: Locale },
): { text: string; lang: string } | undefined {
  if (reader !== 'ar') return undefined;
  const order = country !== null && GERMAN_SPEAKING.has(country) ? (['de', 'en'] as const) : (['en', 'de'] as const);
  const lang = order.find((locale) => names[locale] !== undefined);
  const text = lang === undefined ? undefined : names[lang];
  return lang === undefined || text === undefined ? undefined : { text, lang };
}
