/** A text as words are compared, with the way back to where each letter stood. */
export interface Folded {
  text: string;
  /** The place in the original of each unit of the folded text, and its end at last. */
  at: Uint32Array;
}

/** Vowel signs, tatweel, direction marks and what has no width: they make no other word. */
const UNSEEN = /[\u064B-\u065F\u0670\u06D6-\u06ED\u0640\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;
/** İ becomes i with a dot of its own; nothing becomes more. */
const UNITS_MAX = 3;
const SAME: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك' };

/**
 * Folds what people write in several ways: no vowel signs, one form of alif, ya and ta marbuta, digits of all three sets,
 * small letters. Meant for comparing words; each place can be found again in the original.
 */
export function foldArabic(text: string): Folded {
  const letters: string[] = [];
  const places = new Uint32Array(text.length * UNITS_MAX + 1);
  let units = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign > '\u00AC' && UNSEEN.test(sign)) continue;
    const letter = fold(sign);
    letters.push(letter);
    // Some letters have small forms of several units; all stand where the letter did.
    for (let unit = 0; unit < letter.length; unit += 1) places[units + unit] = index;
    units += letter.length;
  }
  places[units] = text.length;
  return { text: letters.join(''), at: places.subarray(0, units + 1) };
}

/** The part of the original that a part of the folded text stands for, vowel signs behind it included. */
export function unfoldRange({ at }: Folded, start: number, end: number): { start: number; end: number } {
  return { start: at[start] ?? 0, end: at[end] ?? 0 };
}

function fold(sign: string): string {
  const code = sign.charCodeAt(0);
  if (code < 0x80) return sign.toLowerCase();
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  return Object.hasOwn(SAME, sign) ? (SAME[sign] ?? sign) : sign.toLowerCase();
}
