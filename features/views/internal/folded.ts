/** Letters that people mix up or leave out when they search, and what stands for them. */
const FOLD = { from: 'أإآٱىةؤئ', to: 'اااايهوي' };

/** Vowel signs and the stretching line: a title may have them anywhere. */
const MARKS = String.raw`[\u064B-\u065F\u0670\u0640]`;

/**
 * Words as the desk's search compares them: small letters, no vowel signs, one form of alif, ya and ta marbuta.
 */
export function foldArabic(text: string): string {
  const bare = text.normalize('NFC').toLowerCase().replaceAll(new RegExp(MARKS, 'gu'), '');
  return [...bare].map((letter) => FOLD.to[FOLD.from.indexOf(letter)] ?? letter).join('');
}

/**
 * A pattern for Postgres that finds a word in a title, whichever of its letters are written in another form, with signs
 * between them. Folding each title instead would take several times as long.
 *
 * @param word - folded; whatever it holds is taken literally
 */
export function patternOf(word: string): string {
  return [...word].map((letter) => formsOf(letter)).join(`${MARKS}*`);
}

function formsOf(letter: string): string {
  const forms = [...FOLD.from].filter((_form, at) => FOLD.to[at] === letter);
  if (forms.length > 0) return `[${letter}${forms.join('')}]`;
  return /[\p{L}\p{N}]/u.test(letter) ? letter : `\\${letter}`;
}
