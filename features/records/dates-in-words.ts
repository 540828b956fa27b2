import { INTL_TAG, type Locale } from '#i18n/locales.ts';
import { parsePartialDate, type PartialDate } from './partial-date.ts';

/**
 * How a date is worded. `formal` is for what was signed: in Arabic the month then carries both of its names, since half of
 * the readers say أيار and the other half مايو.
 */
export type DateStyle = 'plain' | 'formal';

/** The month names of Syria, Lebanon, Jordan and Iraq; plain `ar` has those of Egypt and the Gulf. */
const LEVANTINE_TAG = 'ar-SY-u-nu-latn';

/**
 * A partial date in words, exactly as precise as it is known: «4 مايو 2023», «مايو 2023», «2023». Never all in digits.
 *
 * @param text - `YYYY`, `YYYY-MM` or `YYYY-MM-DD`
 * @returns the text itself where it is no date
 */
export function dateInWords(text: string, locale: Locale, style: DateStyle = 'plain'): string {
  const date = parsePartialDate(text);
  return date === null ? text : join(partsOf(date, locale, style));
}

/**
 * The two ends of a period in words; what they share is said once, at the end: `4` and `6 April 2022`.
 *
 * @param from - a partial date
 * @param until - a partial date
 */
export function periodInWords(from: string, until: string, locale: Locale): { from: string; until: string } {
  const first = parsePartialDate(from);
  const last = parsePartialDate(until);
  if (first === null || last === null) return { from, until };
  const parts = partsOf(first, locale, 'plain');
  const kept = parts.slice(0, sharedFrom(first, last, parts));
  return { from: join(kept.length === 0 ? parts : kept), until: join(partsOf(last, locale, 'plain')) };
}

/** A whole number with the digits and separators of a language; always ASCII digits, in Arabic too. */
export function numberInDigits(value: number, locale: Locale): string {
  return new Intl.NumberFormat(INTL_TAG[locale], { maximumFractionDigits: 0 }).format(value);
}

/** A share between 0 and 1 in whole percent; one that is not nothing is at least 1, one that is not all at most 99. */
export function percentInDigits(share: number, locale: Locale): string {
  const rounded = Math.round(share * 100) / 100;
  const shown = share > 0 && share < 1 ? Math.min(0.99, Math.max(0.01, rounded)) : rounded;
  return new Intl.NumberFormat(INTL_TAG[locale], { style: 'percent', maximumFractionDigits: 0 }).format(shown);
}

function partsOf(date: PartialDate, locale: Locale, style: DateStyle): Intl.DateTimeFormatPart[] {
  const parts = format(date, INTL_TAG[locale]);
  if (style === 'plain' || locale !== 'ar' || date.month === null) return parts;
  const other = format(date, LEVANTINE_TAG).find(({ type }) => type === 'month')?.value;
  return parts.map((part) =>
    part.type === 'month' && other !== undefined ? { ...part, value: `${other}/${part.value}` } : part,
  );
}

function format({ year, month, day }: PartialDate, tag: string): Intl.DateTimeFormatPart[] {
  const formatter = new Intl.DateTimeFormat(tag, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month === null ? {} : { month: 'long' }),
    ...(day === null ? {} : { day: 'numeric' }),
  });
  return formatter.formatToParts(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
}

/** Where in the wording of the first date begins what the second says as well. Day, month, year is the order of all three languages. */
function sharedFrom(first: PartialDate, last: PartialDate, parts: readonly Intl.DateTimeFormatPart[]): number {
  if (first.year !== last.year || precision(first) !== precision(last)) return parts.length;
  const common = first.month === last.month && first.day !== null ? 'month' : 'year';
  return parts.findIndex(({ type }) => type === common);
}

function precision({ month, day }: PartialDate): number {
  return Number(month !== null) + Number(day !== null);
}

function join(parts: readonly Intl.DateTimeFormatPart[]): string {
  return parts
    .map(({ value }) => value)
    .join('')
    .trim();
}
