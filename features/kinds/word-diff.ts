import { diffArrays } from 'diff';

/** A run of a text: as it was, taken out of it, or put in. */
export interface DiffRun {
  text: string;
  change: 'same' | 'gone' | 'new';
}

/** Texts beyond this many characters together are shown whole: comparing word by word would take long and say little. */
const LENGTH_MAX = 40_000;

/**
 * What became of a text, word by word as its language parts words.
 *
 * @param language - of both texts, a BCP 47 tag; `und` where it is unknown
 * @returns `null` where the texts are too long to be compared, or have nothing in common
 */
export function diffWords(before: string, after: string, language: string): DiffRun[] | null {
  if (before === '' || after === '' || before.length + after.length > LENGTH_MAX) return null;
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  const wordsOf = (text: string) => Array.from(words.segment(text), ({ segment }) => segment);
  const runs = diffArrays(wordsOf(before), wordsOf(after)).map(({ value, added, removed }): DiffRun => {
    return { text: value.join(''), change: added ? 'new' : removed ? 'gone' : 'same' };
  });
  return runs.some(({ change, text }) => change === 'same' && text.trim() !== '') ? runs : null;
}
