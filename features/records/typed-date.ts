import { foldName } from './fold-name.ts';
import { monthsIn } from './internal/month-names.ts';
import { parsePartialDate, toAsciiDigits } from './partial-date.ts';

/** What is wrong with a date as it was typed. */
export type DateFault = 'dateAmbiguous' | 'dateHijri' | 'dateImpossible' | 'dateUnreadable' | 'dateYearShort';

/** What a typed date was understood as. */
export type ReadDate =
  | { date: string }
  /** Two days that it may mean; only for `dateAmbiguous` there are any. */
  | { fault: DateFault; candidates: string[] };

const WORD = /[\p{L}\p{M}]+/gu;
const NUMBER = /\d+/gu;
/** Signs between the parts: those of Arabic keyboards among them. */
const SEPARATOR = /\s*[-/.\u060C\u060D\u066B]\s*/u;
const SEPARATORS_OF_TWO_ORDERS = /[-/]/u;
const HIJRI = /(?:\d|\s)ه(?:ـ|\.|\s|$)|هجر/u;

/**
 * A date as somebody typed it: in digits of three sets with `-`, `/` or `.` between, or with the month in words in Arabic, German
 * or English. A year or a month alone is a date as well.
 *
 * @remarks `3/4/2023` in Latin digits is one day in Beirut and another in Pittsburgh: both are answered and neither is chosen. In
 *   Arabic digits, and with dots, the day comes first everywhere.
 */
export function understandDate(typed: string): ReadDate {
  const text = toAsciiDigits(typed)
    .replaceAll(/[\u200E\u200F\u061C\u00A0\u202F]/gu, ' ')
    .trim();
  if (HIJRI.test(text)) return faulty('dateHijri');
  const words = [...text.matchAll(WORD)].map(([word]) => foldName(word));
  const isNumeric = words.every((word) => word === 'م');
  return isNumeric ? readNumbers(text.replace(/\s*م$/u, ''), typed) : readWords(text, words);
}

/**
 * The same as a partial date text for the save.
 *
 * @returns the text unchanged where it is no date or may be two, so that the message can name it
 */
export function readTypedDate(typed: string): string {
  const read = understandDate(typed);
  if ('date' in read) return read.date;
  // A day that no calendar has is named as it was understood: the check says so.
  return read.fault === 'dateImpossible' ? (read.candidates[0] ?? typed) : typed;
}

/** What keeps a text from being a date; `null` for `2023-05-04` and the like, as they are stored. */
export function dateFaultOf(stored: string): DateFault | null {
  if (parsePartialDate(stored) !== null) return null;
  const read = understandDate(stored);
  return 'date' in read ? 'dateUnreadable' : read.fault;
}

function readWords(text: string, words: readonly string[]): ReadDate {
  const months = monthsIn(words);
  if (months === null) return faulty('dateUnreadable');
  const numbers = [...text.matchAll(NUMBER)].map(([number]) => number);
  const years = numbers.filter((number) => number.length === 4);
  const days = numbers.filter((number) => number.length < 3);
  if (years.length === 0) return faulty(numbers.length === 0 ? 'dateUnreadable' : 'dateYearShort');
  const named = [...new Set(months)].map(String);
  const isOne = years.length === 1 && named.length < 2 && days.length <= named.length;
  if (!isOne || years.length + days.length < numbers.length) return faulty('dateUnreadable');
  return dateOf([...years, ...named, ...days]);
}

function readNumbers(text: string, typed: string): ReadDate {
  const parts = text.split(SEPARATOR);
  const last = parts.at(-1) ?? '';
  if (parts.length > 3 || parts.some((part) => !/^\d{1,4}$/u.test(part))) return faulty('dateUnreadable');
  if (parts[0]?.length === 4) return dateOf(parts);
  if (last.length !== 4) return faulty(parts.length > 1 ? 'dateYearShort' : 'dateUnreadable');
  return parts.length === 3 && mayBeMonthFirst(typed) ? readEitherOrder(parts) : dateOf(parts.toReversed());
}

/** Three numbers with the year at the end, of which the first two may be day and month or month and day. */
function readEitherOrder([first = '', second = '', year = '']: readonly string[]): ReadDate {
  const dayFirst = dateOf([year, second, first]);
  const monthFirst = dateOf([year, first, second]);
  if (!('date' in monthFirst)) return dayFirst;
  if (!('date' in dayFirst)) return monthFirst;
  if (dayFirst.date === monthFirst.date) return dayFirst;
  return { fault: 'dateAmbiguous', candidates: [dayFirst.date, monthFirst.date] };
}

/** Nobody writes the month first in Arabic digits, nor with dots. */
function mayBeMonthFirst(typed: string): boolean {
  return /[0-9]/u.test(typed) && SEPARATORS_OF_TWO_ORDERS.test(typed);
}

/** @param parts - from the year down */
function dateOf(parts: readonly string[]): ReadDate {
  const date = parts.map((part, index) => (index === 0 ? part : part.padStart(2, '0'))).join('-');
  return parsePartialDate(date) === null ? { fault: 'dateImpossible', candidates: [date] } : { date };
}

function faulty(fault: DateFault): ReadDate {
  return { fault, candidates: [] };
}
