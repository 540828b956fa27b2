/** A stretch of text; `foreign` ones run against the text around them and must be isolated. */
export interface TextRun {
  text: string;
  foreign: boolean;
}

const ADDRESS = String.raw`(?:https?:\/\/|www\.|mailto:)[^\s<>«»"]*[^\s<>«»".,:;!?)\]،؛؟]`;
const HANDLE = String.raw`[@#][\p{sc=Latn}\d_]+`;
const MAIL = String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`;

/** A letter group keeps the signs that stand inside it: `C++`, `HafenCity`, `GIZ/SKEW`, `node.js`, `Hamburg-Busan`. */
const WORD = String.raw`[\p{sc=Latn}\d]*\p{sc=Latn}(?:[\p{sc=Latn}\p{M}\d]|[-+/.:@#%°&'’_](?=[\p{sc=Latn}\d])|\([\p{sc=Latn}\d]+\))*\+*`;

/** A single number behind a name belongs to it (`Horizon 2020+`); a range or a date behind it does not. */
const NUMBER_OF_NAME = String.raw` \d{1,5}(?:\.\d)?\+?(?![\d.:/–-]*\d)(?![\p{L}%°])`;
const PHRASE = String.raw`${WORD}(?:(?: (?:& )?)${WORD})*(?:${NUMBER_OF_NAME}(?: ${WORD})*)*`;
const QUOTED = String.raw`„${PHRASE}[“”]|“${PHRASE}”|‚${PHRASE}[‘’]`;

const TELEPHONE = String.raw`\+\d[\d/-]*(?: \(?\d[\d/)-]*)*`;

/** Numbers with their sign and unit, ranges, dates, times, coordinates; only full thousands may stand apart. */
const NUMBER = String.raw`[+\-−±~]?\d(?:\d|[-+/.,:–]\d|[ \u00a0\u202f]\d{3}(?!\d))*(?:[ \u00a0\u202f]?[%‰°])?\+?`;

const FOREIGN_IN_ARABIC = new RegExp([ADDRESS, MAIL, QUOTED, PHRASE, HANDLE, TELEPHONE, NUMBER].join('|'), 'gu');

/** Arabic words, the marks between them and the digits that stand inside them. */
const FOREIGN_IN_LATIN = /[\p{sc=Arab}\p{M}][\p{sc=Arab}\p{M}\u200c]*(?:[ ،؛«»–-]+[\p{sc=Arab}\p{M}\u200c]+)*/gu;

/**
 * Text in stretches of its own direction and stretches that must be isolated.
 *
 * @param direction - of the text as a whole; in right-to-left text Latin letters and numbers are foreign, in
 * left-to-right text Arabic letters
 */
export function splitRuns(text: string, direction: 'ltr' | 'rtl'): TextRun[] {
  const runs: TextRun[] = [];
  let end = 0;
  for (const match of text.matchAll(direction === 'rtl' ? FOREIGN_IN_ARABIC : FOREIGN_IN_LATIN)) {
    if (match.index > end) runs.push({ text: text.slice(end, match.index), foreign: false });
    runs.push({ text: match[0], foreign: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) runs.push({ text: text.slice(end), foreign: false });
  return runs;
}
