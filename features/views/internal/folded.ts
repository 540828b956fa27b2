import { FOLDED_LETTERS, UNWRITTEN_MARKS } from '#features/records/fold-name.ts';

/**
 * A pattern for Postgres that finds a word in a title, whichever of its letters are written in another form, with signs
 * between them. Folding each title instead would take several times as long.
 *
 * @param word - as `foldName` folds it; whatever it holds is taken literally
 */
export function patternOf(word: string): string {
  return [...word].map((letter) => formsOf(letter)).join(`[${UNWRITTEN_MARKS}]*`);
}

function formsOf(letter: string): string {
  const { from, to } = FOLDED_LETTERS;
  const folded = [...from].filter((_form, at) => to[at] === letter);
  // What is small and what is great is told here: a database in the locale C knows it of ASCII alone.
  const great = letter.toUpperCase();
  const forms = [...folded, ...(great !== letter && great.length === letter.length ? [great] : [])];
  if (forms.length > 0) return `[${letter}${forms.join('')}]`;
  // Signs might mean something in a pattern; by their number they never do.
  const isSign = letter.length === 1 && !/[\p{L}\p{N}]/u.test(letter);
  return isSign ? `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}` : letter;
}
