/** Letters that people mix up, leave out or cannot type when they look for a name, and what stands for them. */
export const FOLDED_LETTERS = {
  from: 'أإآٱىةؤئÄÖÜÀÁÂÃÅÇÉÈÊËĞÍÌÎÏİŁŃÑÓÒÔÕØŚŞŠÚÙÛÝŻŽäöüàáâãåçéèêëğíìîïıłńñóòôõøśşšúùûýÿżž',
  to: 'اااايهويaouaaaaaceeeegiiiiilnnooooosssuuuyzzaouaaaaaceeeegiiiiilnnooooosssuuuyyzz',
} as const;

/** Vowel signs and the stroke that only stretches a word. */
export const UNWRITTEN_MARKS = '\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652\u0653\u0654\u0655\u0670\u0640';

const STANDS_FOR = new Map([...FOLDED_LETTERS.from].map((letter, at) => [letter, FOLDED_LETTERS.to.charAt(at)]));
const MARKS = new RegExp(`[${UNWRITTEN_MARKS}]`, 'gu');

/**
 * A name as the desk compares it: small letters without dots and accents, no vowel signs, one form of alif, ya and ta marbuta.
 * `FOLDED_LETTERS` and `UNWRITTEN_MARKS` let a database do the same.
 */
export function foldName(text: string): string {
  const bare = text.normalize('NFC').replaceAll(MARKS, '');
  return [...bare]
    .map((letter) => STANDS_FOR.get(letter) ?? letter)
    .join('')
    .toLowerCase();
}
