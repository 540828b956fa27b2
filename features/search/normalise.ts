/** Marks of vocalisation and recitation, tatweel, signs of direction and of no width. */
const UNSEEN = /[\u064B-\u065F\u0670\u06D6-\u06ED\u0640\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** Letters that are written in several ways, each to one of them; digits of all three sets to the Latin ones. */
const SAME: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ہ: 'ه',
  ۀ: 'ه',
  ک: 'ك',
  گ: 'ك',
  ڭ: 'ك',
  ڨ: 'ك',
  پ: 'ب',
  ڤ: 'ف',
  ڥ: 'ف',
  چ: 'ج',
  ژ: 'ز',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
};
const SAME_LETTERS = new RegExp(`[${Object.keys(SAME).join('')}]`, 'gu');
/** German writes these with an e where it lacks the dots; everybody else leaves the dots out. */
const DOTTED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };
const WORD = /[\p{L}\p{N}\p{M}\u0640\u061C\u200B-\u200F\u2060-\u2069]+/gu;
const WORD_LENGTH_MAX = 64;

/** A word of a text, and where it stands there. */
export interface FoundWord {
  /** In its searchable forms: two where a letter has two usual spellings. */
  forms: readonly string[];
  start: number;
  end: number;
}

/**
 * A word as the index writes it: compatibility forms resolved, marks and invisible signs gone, one letter for all its ways of
 * being written, Latin letters small and bare; beside that form the one with `ae`, `oe`, `ue` for dotted vowels.
 *
 * @returns nothing where nothing of it can be searched
 */
export function foldForms(word: string): string[] {
  const prepared = prepare(word);
  const bare = strip(prepared);
  const spelt = strip(prepared.replaceAll(/[äöü]/gu, (letter) => DOTTED[letter] ?? letter));
  return [...new Set([bare, spelt])].filter((form) => form !== '');
}

/** The words of a text in their order. What cannot be searched is left out. */
export function wordsIn(text: string): FoundWord[] {
  const found: FoundWord[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const forms = foldForms(word);
    if (forms.length > 0) found.push({ forms, start: index, end: index + word.length });
  }
  return found;
}

/** The folded words of a text, without their places. */
export function foldText(text: string): string[] {
  return wordsIn(text).map(({ forms }) => forms[0] ?? '');
}

function prepare(word: string): string {
  return (
    word
      .normalize('NFKC')
      .replaceAll(UNSEEN, '')
      // Before small letters are made of it: the small form of İ is an i with a second dot.
      .replaceAll('İ', 'i')
      .toLowerCase()
      .normalize('NFC')
  );
}

function strip(prepared: string): string {
  return withoutHamza(
    prepared
      .replaceAll(SAME_LETTERS, (letter) => SAME[letter] ?? letter)
      .replaceAll(/\p{Nd}/gu, digit)
      .normalize('NFD')
      // Marks, and whatever compatibility forms bring along: the index knows letters and digits alone.
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
      .normalize('NFC')
      .replaceAll(SAME_LETTERS, (letter) => SAME[letter] ?? letter),
  ).slice(0, WORD_LENGTH_MAX);
}

/** The hamza at the end is often left out: ميناء, مينا. */
function withoutHamza(word: string): string {
  return word.length > 2 ? word.replace(/ء$/u, '') : word;
}

/** Decimal digits of Unicode stand in runs of ten, each beginning at a multiple that these three sets share. */
function digit(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  return sign;
}
