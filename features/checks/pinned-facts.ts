import { type FoundDate, isSameDate, readDates } from './internal/dates.ts';
import { compareNumbers, type FoundNumber, isInWords, readNumbers } from './internal/digits.ts';
import { languageOf } from './internal/languages.ts';
import { readPlain } from './internal/messages.ts';
import { addressesIn } from './internal/wording.ts';
import { findForms } from './find-forms.ts';
import type { TextFinding } from './model.ts';
import { report } from './report.ts';

/** How a place is called, by language; any of the forms is accepted. */
export type NameForms = Readonly<Record<string, readonly string[]>>;

/** What a text of a record and its translation are looked at with. */
export interface PinContext {
  locale: string;
  sourceLocale: string;
  /** Names of places that either text may have. */
  names?: readonly NameForms[];
}

const PERCENT = /^[ \u00A0\u202F]?(?:[%٪]|percent|per cent|Prozent|(?:ب|في )ال(?:مئة|مائة|مية))/u;

/**
 * The facts of a text of a record that its translation does not have: numbers, dates, names of places and links, in any form
 * that says the same. Nothing is asked of the words between them.
 */
export function findLostFacts(source: string, target: string, context: PinContext): TextFinding[] {
  const { sourceLocale, locale } = context;
  const wanted = readFacts(source, sourceLocale);
  const given = readFacts(target, locale);
  return [
    ...lostDates(wanted, given),
    ...lostNumbers(wanted, given, { target, code: languageOf(locale).code }),
    ...lostLinks(source, target),
    ...lostNames(source, target, context),
  ];
}

interface Facts {
  dates: readonly FoundDate[];
  numbers: readonly FoundNumber[];
  /** The text without dates and links. */
  rest: string;
}

function readFacts(text: string, locale: string): Facts {
  const prose = readPlain(text).runs[0]?.prose ?? text;
  const dates = readDates(prose, locale);
  let rest = '';
  let at = 0;
  for (const { range } of dates.toSorted((one, other) => one.range.start - other.range.start)) {
    if (range.start < at) continue;
    rest += prose.slice(at, range.start) + ' '.repeat(range.end - range.start);
    at = range.end;
  }
  rest += prose.slice(at);
  return { dates, numbers: readNumbers(rest), rest };
}

function lostDates(wanted: Facts, given: Facts): TextFinding[] {
  return wanted.dates
    .filter((date) => !given.dates.some((other) => isSameDate(date, other)))
    .map(({ written }) => report('pin-date', { wanted: written }));
}

function lostNumbers(wanted: Facts, given: Facts, { target, code }: { target: string; code: string }): TextFinding[] {
  const { missing } = compareNumbers(wanted.numbers, [...given.numbers, ...partsOf(given.dates)]);
  const gone = missing.filter((number) => !isExcused(number, code) && !isInWords(number, target, code));
  const percent = wanted.numbers.filter((number) => !gone.includes(number) && hasPercent(wanted.rest, number));
  const shown = given.numbers.filter((number) => hasPercent(given.rest, number));
  return [
    ...gone.map(({ written }) => report('pin-number', { wanted: written })),
    ...compareNumbers(percent, shown).missing.map(({ written }) => report('pin-number', { wanted: `${written} %` })),
  ];
}

/** Arabic says one and two with the noun itself. */
function isExcused({ readings }: FoundNumber, code: string): boolean {
  return code === 'ar' && readings.some((reading) => reading === '1' || reading === '2');
}

/** “In 2023” may have become «في 4 أيار 2023»: a date has its numbers too. */
function partsOf(dates: readonly FoundDate[]): FoundNumber[] {
  return dates.flatMap(({ written }) => readNumbers(written));
}

function hasPercent(text: string, { start, written }: FoundNumber): boolean {
  return PERCENT.test(text.slice(start + written.length, start + written.length + 12));
}

function lostLinks(source: string, target: string): TextFinding[] {
  const given = new Set([...addressesIn(readPlain(target))].map((address) => canonical(address)));
  return [...addressesIn(readPlain(source))]
    .filter((address) => !given.has(canonical(address)))
    .map((address) => report('pin-link', { wanted: address }));
}

/** The same page with its letters escaped or not, with the slash at its end or not. */
function canonical(address: string): string {
  return URL.canParse(address) ? new URL(address).href.replace(/\/$/u, '') : address.toLowerCase();
}

function lostNames(source: string, target: string, { names = [], locale, sourceLocale }: PinContext): TextFinding[] {
  const from = languageOf(sourceLocale).code;
  const into = languageOf(locale).code;
  const owners = new Map<string, NameForms>();
  for (const forms of names) for (const form of forms[from] ?? []) owners.set(form, forms);
  const found = findForms([...owners.keys()], { inflected: false })(source);
  // Essen is a city, essen is not.
  const wanted = found.filter(
    ({ form, range }) => !/^\p{Lu}/u.test(form) || /^\p{Lu}/u.test(source.slice(range.start)),
  );
  const asked = new Map(wanted.map(({ form }) => [owners.get(form), form]));
  return [...asked].flatMap(([forms, name]) => {
    const accepted = forms?.[into] ?? [];
    if (accepted.length === 0 || findForms(accepted, { inflected: false })(target).length > 0) return [];
    return [report('pin-name', { wanted: name })];
  });
}
