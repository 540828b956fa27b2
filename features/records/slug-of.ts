import { foldName } from './fold-name.ts';

/** Letters of Arabic as they are usually written in Latin ones; short vowels are not written, so a person looks over it. */
const LATIN: Readonly<Record<string, string>> = {
  ا: 'a',
  ب: 'b',
  ت: 't',
  ث: 'th',
  ج: 'j',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  و: 'u',
  ي: 'i',
  پ: 'p',
  چ: 'ch',
  ڤ: 'v',
  گ: 'g',
  ژ: 'zh',
  ß: 'ss',
  æ: 'ae',
  þ: 'th',
};
const DOTTED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };
const LENGTH_MAX = 80;

/**
 * The address part that a title suggests, in ASCII: «بريمن» is `brimn`, `Köln` is `koeln`. A suggestion for a person.
 *
 * @returns empty where nothing of the title can be written in ASCII
 */
export function slugOf(title: string): string {
  const spelt = title
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[äöü]/gu, (letter) => DOTTED[letter] ?? letter);
  const latin = [...foldName(spelt)].map((letter) => LATIN[letter] ?? letter).join('');
  const plain = latin.normalize('NFD').replaceAll(/\p{M}/gu, '');
  const parts = plain.split(/[^a-z0-9]+/u).filter((part) => part !== '');
  return parts.join('-').slice(0, LENGTH_MAX).replace(/-$/u, '');
}

/** The address part of something between several: `hamburg` and `busan` are `hamburg-busan`; `null` stands for an unknown one. */
export function slugOfSides(slugs: readonly (string | null)[]): string {
  const known = slugs.flatMap((slug) => slug ?? []);
  return known.length < slugs.length ? '' : known.join('-').slice(0, LENGTH_MAX).replace(/-$/u, '');
}
