import { type Folded, foldArabic, unfoldRange } from '../fold-arabic.ts';
import type { Range } from '../model.ts';

/** و and ف, then ب, ك or ل, then the article; «لل» is ل with it. Each may be missing. */
const CLITICS = '(?:[وف]?(?:[بك]?(?:ال)?|لل?|س)|أ)';
const LETTER = '[\\p{L}\\p{M}]';

/** What may stand behind a form: in Arabic an ending or a pronoun, elsewhere an ending of the case or number. */
const ENDING_MAX = 3;

/** Finds the forms of words in texts, each with the form that it is. */
export type FindForms = (text: string) => { form: string; range: Range }[];

/** How strictly words are compared: names keep their letters, terms may be inflected. */
export interface FormOptions {
  inflected: boolean;
}

/**
 * Makes a search for words as they stand in texts: vowel signs, forms of alif and the like are folded; in Arabic, «و», «ب», «ل»,
 * «ك», «ف» and «ال» may be joined before. One pass over a text, however many forms there are.
 */
export function findForms(forms: readonly string[], { inflected }: FormOptions): FindForms {
  const byFolded = new Map(forms.map((form) => [foldArabic(form.trim()).text, form]));
  byFolded.delete('');
  if (byFolded.size === 0) return () => [];
  const longestFirst = [...byFolded.keys()].toSorted((one, other) => other.length - one.length);
  const arabic = longestFirst.filter((form) => isArabic(form)).map((form) => patternOf(form, inflected));
  const latin = longestFirst.filter((form) => !isArabic(form)).map((form) => patternOf(form, inflected));
  const searches = [
    ...(arabic.length === 0
      ? []
      : [new RegExp(`(?<!${LETTER})${CLITICS}(?<form>${arabic.join('|')})(?!${LETTER})`, 'gu')]),
    ...(latin.length === 0
      ? []
      : [new RegExp(`(?<![\\p{Script=Latin}\\p{N}])(?<form>${latin.join('|')})(?![\\p{Script=Latin}\\p{N}])`, 'gu')]),
  ];
  return (text) => {
    const folded = foldArabic(text);
    return searches.flatMap((search) => matchesOf(search, folded, { byFolded, longestFirst }));
  };
}

interface KnownForms {
  byFolded: ReadonlyMap<string, string>;
  longestFirst: readonly string[];
}

function matchesOf(search: RegExp, folded: Folded, { byFolded, longestFirst }: KnownForms): ReturnType<FindForms> {
  return [...folded.text.matchAll(search)].map((match) => {
    const found = match.groups?.['form'] ?? '';
    const start = match.index + match[0].length - found.length;
    const exact = byFolded.get(found);
    const form = exact ?? byFolded.get(longestFirst.find((known) => isFormOf(found, known)) ?? '') ?? found;
    return { form, range: unfoldRange(folded, start, start + found.length) };
  });
}

function isFormOf(found: string, form: string): boolean {
  return new RegExp(`^(?:${patternOf(form, true)})$`, 'u').test(found);
}

/** Each word of the form with its article left open and, where words may be inflected, an ending. */
function patternOf(form: string, inflected: boolean): string {
  const words = form.split(/\s+/u);
  return words.map((word, index) => wordPattern(word, { inflected, isFirst: index === 0 })).join('[\\s\\u00A0-]+');
}

function wordPattern(word: string, { inflected, isFirst }: { inflected: boolean; isFirst: boolean }): string {
  if (!isArabic(word))
    return `${escape(word)}${inflected ? `\\p{Script=Latin}{0,${String(ENDING_MAX - 1)}}` : "(?:['’]?s)?"}`;
  const hasArticle = word.length > 4 && word.startsWith('ال');
  const bare = hasArticle ? word.slice(2) : word;
  // The first word has its article among the clitics already.
  const article = isFirst ? (hasArticle ? '(?:ال)?' : '') : '(?:ال)?';
  if (!inflected) return `${article}${escape(bare)}`;
  if (bare.length > 2 && bare.endsWith('ه')) {
    return `${article}${escape(bare.slice(0, -1))}(?:ه|ت${LETTER}{0,${String(ENDING_MAX)}}|ات${LETTER}{0,${String(ENDING_MAX)}})`;
  }
  return `${article}${escape(bare)}${LETTER}{0,${String(ENDING_MAX)}}`;
}

function isArabic(word: string): boolean {
  return /\p{Script=Arabic}/u.test(word);
}

function escape(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}\-/]/gu, '\\$&');
}
