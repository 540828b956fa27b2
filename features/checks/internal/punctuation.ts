import { type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser';
import type { TextFinding } from '../model.ts';
import { listsIn } from '../parse-message.ts';
import type { Language } from './languages.ts';
import { HOLE, type Message, type Run } from './messages.ts';
import { firstMatches, report } from '../report.ts';

/** Signs that end a sentence in the same way, whatever the script. */
const ENDS: readonly string[] = ['.。۔।', '?؟？', '!！', ':：', ';؛', ',،', '…'];
/** Stripped before the end is looked at: what closes, what cannot be seen. */
const CLOSING = /[\s\u200E\u200F\u061C\u2066-\u2069\u202A-\u202E)\]}»”“"'’‘›]/u;
const ARABIC: Readonly<Record<string, string>> = { '?': '؟', ';': '؛', ',': '،' };
const LONELY_MAX = 20;
const PAIRS: readonly (readonly [string, string])[] = [
  ['(', ')'],
  ['[', ']'],
  ['«', '»'],
];

/** A text that ends otherwise than its source does; ؟ is ?, ، is a comma, ؛ is a semicolon. */
export function findOtherEnd(source: Message, target: Message, script: string): TextFinding[] {
  const wanted = endsOf(source);
  const given = endsOf(target);
  if (given.size === 0 || [...given].some((end) => wanted.has(end)) || endsInAddress(target)) return [];
  const [sign = ''] = wanted;
  const localised = script === 'Arab' ? (ARABIC[sign] ?? sign) : sign;
  return [report('punct-end', { subject: [...given].join(' '), wanted: localised, ...placeOfEnd(target, localised) })];
}

/** Where a text ends, and how to end it otherwise; nothing where it ends in several branches. */
function placeOfEnd({ runs }: Message, wanted: string): Partial<TextFinding> {
  const [run] = runs;
  const end = runs.length === 1 && run !== undefined ? lastOf(run.words) : null;
  if (end === null || run === undefined) return {};
  const range = run.rangeOf(end - 1, end);
  const hasSign = endOf(run.words) !== '';
  const added = [{ start: range.end, end: range.end, text: wanted }];
  return { range, fix: hasSign ? run.edit({ start: end - 1, end }, wanted) : added };
}

/** Signs of Arabic in a language of another script. */
export function findForeignPunctuation(run: Run, { script }: Language): TextFinding[] {
  if (script === 'Arab' || !/[،؛؟]/u.test(run.prose)) return [];
  const latin = Object.fromEntries(Object.entries(ARABIC).map(([sign, arabic]) => [arabic, sign]));
  return firstMatches(run.prose, /(?<=^|[^\p{Script=Arabic}])[،؛؟](?!\s?\p{Script=Arabic})/gu).map(
    ({ 0: sign, index }) => {
      const wanted = latin[sign] ?? '';
      const part = { start: index, end: index + 1 };
      return report('foreign-punct', {
        subject: sign,
        wanted,
        range: run.rangeOf(index, index + 1),
        fix: run.edit(part, wanted),
      });
    },
  );
}

/** Brackets and quotations that do not close, although those of the source do. */
export function findBrackets(source: Message | null, target: Message, language: Language): TextFinding[] {
  if (source !== null && source.runs.some((run) => openOnes(run, PAIRS).length > 0)) return [];
  const pairs = [...PAIRS, ...language.quotes];
  return target.runs.flatMap((run) =>
    openOnes(run, pairs)
      .slice(0, LONELY_MAX)
      .map((index) => report('brackets', { subject: run.words.charAt(index), range: run.rangeOf(index, index + 1) })),
  );
}

/** Where brackets stand alone. A single letter or number before one that closes is a list: «أ)». */
function openOnes({ words }: Run, pairs: readonly (readonly [string, string])[]): number[] {
  if (!/[()[\]«»“”„‚‘]/u.test(words)) return [];
  return pairs.flatMap(([opening, closing]) => {
    // English closes a quotation in single marks with an apostrophe: nothing can be said of them there.
    const open: number[] = [];
    const lonely: number[] = [];
    for (let index = 0; index < words.length; index += 1) {
      const sign = words[index];
      if (sign === opening) open.push(index);
      else if (sign === closing && open.pop() === undefined && !isListMark(words, index)) lonely.push(index);
    }
    return [...open, ...lonely];
  });
}

function isListMark(words: string, index: number): boolean {
  return /(?:^|[\s\uFFFC])(?:[\p{L}]|\p{N}{1,3}|[:;8]-?)$/u.test(words.slice(Math.max(0, index - 5), index));
}

/** The classes in which the branches of a text end; `''` for an end without a sign. */
function endsOf({ parsed, text }: Message): Set<string> {
  const ends = new Set<string>();
  const lists: (readonly MessageFormatElement[])[] = [parsed.elements ?? []];
  if (lists[0]?.length === 0 && text !== '') ends.add(endOf(text));
  for (const list of lists) {
    const last = list.findLast((element) => element.type !== TYPE.literal || lastOf(element.value) !== null);
    if (last === undefined) continue;
    if (last.type === TYPE.literal) ends.add(endOf(last.value));
    else if (listsIn(last).flat().length === 0) ends.add('');
    else lists.push(...listsIn(last));
  }
  return ends;
}

function endOf(words: string): string {
  const end = lastOf(words);
  if (end === null) return '';
  if (words.slice(Math.max(0, end - 3), end) === '...') return '…';
  return ENDS.find((signs) => signs.includes(words.charAt(end - 1)))?.charAt(0) ?? '';
}

/** A stop behind an address would be taken for a part of it. */
function endsInAddress({ runs }: Message): boolean {
  const [run] = runs;
  return run?.prose.endsWith(HOLE) === true && !run.words.endsWith(HOLE);
}

/** Behind the last sign that counts; `null` where there is none. */
function lastOf(words: string): number | null {
  let end = words.length;
  while (end > 0 && CLOSING.test(words.charAt(end - 1))) end -= 1;
  return end === 0 ? null : end;
}
