import { foldArabic, unfoldRange } from '../fold-arabic.ts';
import type { Range } from '../model.ts';
import { languageOf } from './languages.ts';

/** A date as a text tells it; what it does not tell is 0. */
export interface FoundDate {
  written: string;
  range: Range;
  /** What it may mean: 04/05/2023 is in April or in May. */
  readings: readonly { day: number; month: number; year: number }[];
}

/**
 * Where the months of one language have several sets of names, CLDR has them by country: كانون الثاني in the Levant and Iraq, يناير
 * in Egypt and the Gulf, جانفي in Algeria and Tunisia, غشت in Morocco, أغشت in Mauritania.
 */
const TAGS: Readonly<Record<string, readonly string[]>> = {
  ar: ['ar-EG', 'ar-SY', 'ar-LB', 'ar-JO', 'ar-IQ', 'ar-DZ', 'ar-TN', 'ar-MA', 'ar-MR'],
  de: ['de', 'de-AT'],
};
const NAME_MIN = 3;
const kept = new Map<string, { months: ReadonlyMap<string, number>; search: RegExp }>();

/** The dates in a text, in numbers or with the name of a month in its language. */
export function readDates(text: string, locale: string): FoundDate[] {
  const folded = foldArabic(text);
  const { months, search } = monthsOf(languageOf(locale).code, locale);
  const named = [...folded.text.matchAll(search)].flatMap((match) => {
    const reading = readingOf(match.groups ?? {}, months);
    // A month alone may be a word: May, März; a day over 31 is none.
    if (reading.day > 31 || (reading.day === 0 && reading.year === 0)) return [];
    return [dateFrom(text, unfoldRange(folded, match.index, match.index + match[0].length), [reading])];
  });
  return [...named, ...numericDates(text, folded)];
}

/** Only one way of writing a date matches, so each part comes from one group. */
function readingOf(
  groups: Readonly<Record<string, string | undefined>>,
  months: ReadonlyMap<string, number>,
): FoundDate['readings'][number] {
  const partOf = (names: readonly string[]) => names.map((name) => groups[name]).find((part) => part !== undefined);
  return {
    month: months.get(partOf(['month', 'first', 'named']) ?? '') ?? 0,
    day: Number(partOf(['day', 'late', 'alone']) ?? 0),
    year: Number(partOf(['year', 'end']) ?? 0),
  };
}

/** Whether a date says at least what the wanted one says. */
export function isSameDate(wanted: FoundDate, given: FoundDate): boolean {
  const agrees = (one: number, other: number) => one === 0 || one === other;
  return wanted.readings.some((reading) =>
    given.readings.some(
      ({ day, month, year }) => agrees(reading.day, day) && reading.month === month && agrees(reading.year, year),
    ),
  );
}

function numericDates(text: string, folded: ReturnType<typeof foldArabic>): FoundDate[] {
  const pattern = /(?<!\d)(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})([./])[ ]?(\d{1,2})\5[ ]?(\d{4}))(?!\d)/gu;
  return [...folded.text.matchAll(pattern)].flatMap((match) => {
    const [all, isoYear, isoMonth, isoDay, first, , second, year] = match;
    const readings = [
      { year: Number(isoYear), month: Number(isoMonth), day: Number(isoDay) },
      { year: Number(year), month: Number(second), day: Number(first) },
      { year: Number(year), month: Number(first), day: Number(second) },
    ].filter(({ day, month }) => day >= 1 && day <= 31 && month >= 1 && month <= 12);
    return readings.length === 0
      ? []
      : [dateFrom(text, unfoldRange(folded, match.index, match.index + all.length), readings)];
  });
}

function dateFrom(text: string, range: Range, readings: FoundDate['readings']): FoundDate {
  return { written: text.slice(range.start, range.end).trim(), range, readings };
}

function monthsOf(code: string, locale: string): { months: ReadonlyMap<string, number>; search: RegExp } {
  const known = kept.get(code);
  if (known !== undefined) return known;
  const months = new Map<string, number>();
  for (const tag of TAGS[code] ?? [locale]) addNames(months, tag);
  const names = [...months.keys()].toSorted((one, other) => other.length - one.length);
  const name = names.map((word) => word.replaceAll(/[.*+?^$(){}|[\]\\]/gu, '\\$&')).join('|');
  // «4 أيار/مايو 2023», “4th of May, 2023”, “May 4, 2023”, „4. Mai 2023“, «مايو 2023»
  const before = String.raw`(?:(?<day>\d{1,2})(?:\.|st|nd|rd|th)? ?(?:of |من )?)?`;
  const also = String.raw`(?: ?[/(] ?(?:${name})\)?)?`;
  const search = new RegExp(
    `(?<![\\p{L}\\p{M}\\d])(?:${before}(?:ال|و|في |ل|ب)?(?<month>${name})\\.?${also}(?:,|،| من| عام| سنه)? ?(?<year>\\d{4})(?!\\d)` +
      `|(?<first>${name})\\.? (?<late>\\d{1,2})(?:st|nd|rd|th)?(?:, ?(?<end>\\d{4}))?(?![\\d\\p{L}])` +
      `|${before.replace('day', 'alone').replace(/\)\?$/u, ')')}(?<named>${name})(?![\\p{L}\\p{M}]))`,
    'gu',
  );
  const entry = { months, search };
  kept.set(code, entry);
  return entry;
}

function addNames(months: Map<string, number>, tag: string): void {
  for (const style of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(`${tag}-u-ca-gregory`, { month: style, day: 'numeric', timeZone: 'UTC' });
    const alone = new Intl.DateTimeFormat(`${tag}-u-ca-gregory`, { month: style, timeZone: 'UTC' });
    for (let month = 0; month < 12; month += 1) {
      const day = Date.UTC(2024, month, 15);
      const name = format.formatToParts(day).find(({ type }) => type === 'month')?.value ?? '';
      for (const word of [name, alone.format(day)]) {
        const folded = foldArabic(word).text.replace(/\.$/u, '');
        if (folded.length >= NAME_MIN && !/^\d/u.test(folded)) months.set(folded, month + 1);
      }
    }
  }
}
