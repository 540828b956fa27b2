import type { Locale } from '#i18n/locales.ts';

/** The signs of a text as people count them: a letter with its vowel signs is one, and so is a flag. */
export function graphemesIn(text: string, locale: Locale): string[] {
  return [...new Intl.Segmenter(locale, { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
}

/** A text cut where a list would cut it: after whole words, with three dots. */
export function cutGraphemes(text: string, most: number, locale: Locale): string {
  const signs = graphemesIn(text, locale);
  if (signs.length <= most) return text;
  const cut = signs.slice(0, most - 1).join('');
  return `${cut.replace(/\s+\S*$/u, '') || cut}…`;
}
