import { type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser';
import type { Edit, Range } from '../model.ts';
import { listsIn, parseMessage, type ParsedMessage } from '../parse-message.ts';

/** Stands in prose for a value, a choice or an address: something, but no letter. */
export const HOLE = '\uFFFC';

/** One stretch of prose: the whole of a text, or one branch of a choice, with holes for values and inner choices. */
export interface Run {
  /** The words as readers see them, quotation of ICU undone. */
  words: string;
  /** The same with addresses cut out, at the same places. */
  prose: string;
  isBranch: boolean;
  /** The part of the text that a part of the words stands for. */
  rangeOf: (start: number, end: number) => Range;
  /** Replaces a part of the words, or `null` where markup stands between. */
  edit: (range: Range, text: string) => Edit[] | null;
}

/** A text, read once for all checks. */
export interface Message {
  text: string;
  parsed: ParsedMessage;
  runs: readonly Run[];
}

const ADDRESS =
  /(?<![\p{L}\d])(?:https?:\/\/|www\.)[^\s\uFFFC<>«»"”]*[^\s\uFFFC<>«»"”.,;:!?)،؛؟]|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/giu;

/** Reads a text of the interface, which is an ICU message. A text that is none has no prose. */
export function readMessage(text: string): Message {
  const parsed = parseMessage(text);
  return { text, parsed, runs: parsed.elements === null ? [] : runsOf(parsed.elements, text) };
}

/** Reads a text of a record, in which braces and `#` mean nothing. */
export function readPlain(text: string): Message {
  const run = runFrom(text, [{ from: 0, at: 0 }], false);
  return { text, parsed: { elements: [], fault: null }, runs: [run] };
}

/** From here on, words stand in the text as they are. */
interface Piece {
  from: number;
  at: number;
}

function runsOf(elements: readonly MessageFormatElement[], text: string): Run[] {
  const runs: Run[] = [];
  const lists: (readonly MessageFormatElement[])[] = [elements];
  // The list grows while it is read: a run hands on the branches that it meets.
  for (const list of lists) runs.push(readRun(list, text, lists));
  return runs;
}

function readRun(list: readonly MessageFormatElement[], text: string, lists: (readonly MessageFormatElement[])[]): Run {
  const pieces: Piece[] = [];
  const isBranch = list !== lists[0];
  let words = '';
  const waiting = list.toReversed();
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    const start = element.location?.start.offset ?? 0;
    const end = element.location?.end.offset ?? start;
    if (element.type === TYPE.tag && element.children.length > 0) {
      waiting.push(...element.children.toReversed());
    } else if (element.type === TYPE.literal) {
      pieces.push(...piecesOf(element.value, text.slice(start, end), { from: words.length, at: start }));
      words += element.value;
    } else {
      pieces.push({ from: words.length, at: start });
      words += HOLE;
      lists.push(...listsIn(element));
    }
  }
  return runFrom(words, pieces, isBranch);
}

/** Where the signs of a literal stand in its source, in which `''` is one sign and single quotes are none. */
function piecesOf(value: string, raw: string, first: Piece): Piece[] {
  if (value === raw) return [first];
  const pieces: Piece[] = [];
  let at = 0;
  for (let index = 0; index < value.length; index += 1) {
    while (at < raw.length && raw[at] !== value[index]) at += 1;
    pieces.push({ from: first.from + index, at: first.at + at });
    at += raw.startsWith("''", at) ? 2 : 1;
  }
  return pieces;
}

function runFrom(words: string, pieces: readonly Piece[], isBranch: boolean): Run {
  const rangeOf = (start: number, end: number): Range => {
    const first = placeOf(pieces, start);
    return { start: first, end: end <= start ? first : placeOf(pieces, end - 1) + 1 };
  };
  return {
    words,
    prose: words.includes('@') || words.includes('/') || words.includes('www.') ? cutAddresses(words) : words,
    isBranch,
    rangeOf,
    edit: ({ start, end }, replacement) => {
      const range = rangeOf(start, end);
      return range.end - range.start === end - start ? [{ ...range, text: replacement }] : null;
    },
  };
}

function cutAddresses(words: string): string {
  return words.replaceAll(ADDRESS, (address) => HOLE.repeat(address.length));
}

function placeOf(pieces: readonly Piece[], index: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.from ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  return piece === undefined ? index : piece.at + index - piece.from;
}
