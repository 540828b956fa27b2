import { foldArabic, unfoldRange } from './fold-arabic.ts';
import type { Range } from './model.ts';

/** و and ف, then ب, ك or ل, then the article; «لل» is ل with it. Each may be missing. */
const CLITICS = '(?:[وف]?(?:[بك]?(?:ال)?|لل?|س)|أ)';
/** Plain ranges: hundreds of forms with a class of Unicode each would take seconds to compile. */
const LETTER = '[\\u0620-\\u065F\\u066E-\\u06D3\\u06FA-\\u06FF]';
const LATIN = '[a-z\\u00DF-\\u024F]';

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
export function findForms(forms: readonly string[], options: FormOptions): FindForms {
  const byFolded = new Map(forms.map((form) => [foldArabic(form.trim()).text, form]));
  byFolded.delete('');
  const known = [...byFolded.keys()]
    .toSorted((one, other) => other.length - one.length)
    .map((form) => knownForm(form, options));
  const arabic = known.filter(({ form }) => isArabic(form));
  const latin = known.filter(({ form }) => !isArabic(form));
  const searches = [
    ...searchFor(arabic, { before: `(?<!${LETTER})${CLITICS}`, behind: `(?!${LETTER})` }),
    ...searchFor(latin, { before: '(?<![\\p{Script=Latin}\\p{N}])', behind: '(?![\\p{Script=Latin}\\p{N}])' }),
  ];
  return (text) => {
    const folded = foldArabic(text);
    return searches.flatMap((search) =>
      [...folded.text.matchAll(search.pattern)].map((match) => {
        const found = match.groups?.['form'] ?? '';
        const end = match.index + match[0].length;
        const form =
          (search.byStart.get(found.slice(0, START)) ?? []).find(({ whole }) => whole.test(found))?.form ?? '';
        return { form: byFolded.get(form) ?? found, range: unfoldRange(folded, end - found.length, end) };
      }),
    );
  };
}

/** A folded form with the pattern of what counts as it. */
interface KnownForm {
  form: string;
  start: string;
  rest: string;
  whole: RegExp;
}

/** So many letters choose between hundreds of forms. */
const START = 2;

function knownForm(form: string, { inflected }: FormOptions): KnownForm {
  const bare = form.length > 4 && form.startsWith('ال') ? form.slice(2) : form;
  const pattern = patternOf(bare, inflected);
  const start = /^[\p{L}\p{N}]{2}(?![*+?{])/u.exec(pattern)?.[0] ?? '';
  return { form, start, rest: pattern.slice(start.length), whole: new RegExp(`^(?:${pattern})$`, 'u') };
}

function searchFor(
  forms: readonly KnownForm[],
  { before, behind }: { before: string; behind: string },
): { pattern: RegExp; byStart: ReadonlyMap<string, readonly KnownForm[]> }[] {
  if (forms.length === 0) return [];
  const groups = new Map<string, KnownForm[]>();
  for (const form of forms) groups.set(form.start, [...(groups.get(form.start) ?? []), form]);
  const choices = [...groups].map(([start, group]) => `${start}(?:${group.map(({ rest }) => rest).join('|')})`);
  const loose = groups.get('') ?? [];
  // Those without two plain letters at their start may be what any match is.
  const byStart = new Map([...groups].map(([start, group]) => [start, start === '' ? group : [...group, ...loose]]));
  const pattern = new RegExp(`${before}(?<form>${choices.join('|')})${behind}`, 'gu');
  return [{ pattern, byStart: loose.length === 0 ? byStart : withFallback(byStart, forms) }];
}

/** Where some forms begin oddly, each start may be any of them; there are few. */
function withFallback(
  byStart: ReadonlyMap<string, readonly KnownForm[]>,
  forms: readonly KnownForm[],
): ReadonlyMap<string, readonly KnownForm[]> {
  const starts = forms.map(({ form }) => form.slice(0, START));
  return new Map([...starts.map((start): [string, readonly KnownForm[]] => [start, forms]), ...byStart]);
}

/** Each word of the form; those behind the first with their article left open, the first has it among the clitics. */
function patternOf(form: string, inflected: boolean): string {
  return form
    .split(/\s+/u)
    .map(
      (word, index) =>
        (index === 0 || !isArabic(word) ? '' : '(?:ال)?') + wordPattern(word, { inflected, isFirst: index === 0 }),
    )
    .join('[\\s\\u00A0-]+');
}

function wordPattern(word: string, { inflected, isFirst }: { inflected: boolean; isFirst: boolean }): string {
  if (!isArabic(word)) return `${escape(word)}${inflected ? `${LATIN}{0,${String(ENDING_MAX - 1)}}` : "(?:['’]?s)?"}`;
  const bare = !isFirst && word.length > 4 && word.startsWith('ال') ? word.slice(2) : word;
  if (!inflected) return escape(bare);
  const ending = `${LETTER}{0,${String(ENDING_MAX)}}`;
  // «شراكة», «شراكتها», «شراكات»: ta marbuta opens before an ending and gives way to the plural.
  const isOpen = bare.length > 2 && bare.endsWith('ه');
  return isOpen ? `${escape(bare.slice(0, -1))}(?:ه|ت${ending}|ات${ending})` : `${escape(bare)}${ending}`;
}

function isArabic(word: string): boolean {
  return /\p{Script=Arabic}/u.test(word);
}

function escape(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}/]/gu, '\\$&');
}
