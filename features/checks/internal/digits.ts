import { type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser';
import type { TextFinding } from '../model.ts';
import { listsIn } from '../parse-message.ts';
import type { Language } from './languages.ts';
import type { Message, Run } from './messages.ts';
import { report } from '../report.ts';

/** Where the digits of a set begin. */
const ZERO: Readonly<Record<string, number>> = { latn: 0x30, arab: 0x660, arabext: 0x6f0 };
const DIGITS = /(?<![\p{Script=Latin}\p{N}_#-])[\d٠-٩۰-۹]+(?![\p{Script=Latin}_\d٠-٩۰-۹])/gu;
/** A number with whatever separates its groups and decimals; digits that belong to a Latin word are a name: MP3, 3D. */
const NUMBER =
  /(?<![\p{Script=Latin}\p{N}_#])[\d٠-٩۰-۹]+(?:[.,٫٬'’\u00A0\u202F\u2009][\d٠-٩۰-۹]+)*(?![\d٠-٩۰-۹]|-?[\p{Script=Latin}_])/gu;

/** A number of a text. */
export interface FoundNumber {
  /** As it is written. */
  written: string;
  start: number;
  /** What it may mean: 1.500 is one and a half, or fifteen hundred. */
  readings: readonly string[];
}

/** Digits of two sets in one text, or of another set than the language is written in. */
export function findDigitFaults(message: Message, digits: string): TextFinding[] {
  if (!/[٠-٩۰-۹]/u.test(message.text) && digits === 'latn') return [];
  const found = message.runs.flatMap((run) =>
    [...run.prose.matchAll(DIGITS)].map(({ 0: written, index }) => ({ run, written, index, set: setOf(written) })),
  );
  const sets = new Set(found.map(({ set }) => set));
  const zero = ZERO[digits];
  const mixed = sets.size > 1 ? [report('digits-mixed', { subject: found[0]?.written ?? '' })] : [];
  if (zero === undefined) return mixed;
  const foreign = found.filter(({ set }) => set !== digits);
  return [...mixed, ...foreign.map((digit) => reportForeign(digit, zero))];
}

/** The numbers from three to ten as words: of Arabic the stems, which «ثلاثة» and «الثلاث» begin or contain. */
const NUMBER_WORDS: Readonly<Record<string, readonly string[]>> = {
  ar: ['ثلاث', 'أربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع', 'عشر'],
  de: ['drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn'],
  en: ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
};

/** Whether a number from three to ten is written as a word. */
export function isInWords({ readings }: FoundNumber, words: string, code: string): boolean {
  const word = NUMBER_WORDS[code]?.[Number(readings[0]) - 3];
  if (word === undefined) return false;
  return new RegExp(`(?<!\\p{L})(?:[وفبكل]?(?:ال)?)?${word}`, 'iu').test(words);
}

/** Numbers that one text has and the other does not. Arabic says one and two with the noun itself. */
export function findOtherNumbers(source: Message, target: Message, language: Language): TextFinding[] {
  if (!/\p{Nd}/u.test(source.text) && !/\p{Nd}/u.test(target.text)) return [];
  const wanted = numbersOf(source);
  const given = numbersOf(target);
  const { missing, extra } = compareNumbers(wanted, given);
  const words = target.runs.map(({ prose }) => prose).join(' ');
  const excused = language.code === 'ar' || source.runs.length > 1 ? new Set(['0', '1', '2']) : new Set<string>();
  return [
    ...missing.map((number) => ({ number, isMissing: true })),
    ...extra.map((number) => ({ number, isMissing: false })),
  ]
    .filter(({ number }) => !number.readings.some((reading) => excused.has(reading)))
    .filter(({ number, isMissing }) => !isMissing || !isInWords(number, words, language.code))
    .map(({ number, isMissing }) =>
      report('numbers', isMissing ? { wanted: number.written } : { subject: number.written }),
    );
}

/** The numbers of the first list that the second lacks, and the other way round. */
export function compareNumbers(
  wanted: readonly FoundNumber[],
  given: readonly FoundNumber[],
): { missing: FoundNumber[]; extra: FoundNumber[] } {
  const free = new Map<string, FoundNumber[]>();
  for (const number of given) {
    for (const reading of number.readings) {
      const same = free.get(reading);
      if (same === undefined) free.set(reading, [number]);
      else same.push(number);
    }
  }
  const used = new Set<FoundNumber>();
  const missing = wanted.filter(({ readings }) => {
    for (const reading of readings) {
      const same = free.get(reading) ?? [];
      while (same.length > 0) {
        const match = same.pop();
        if (match === undefined || used.has(match)) continue;
        used.add(match);
        return false;
      }
    }
    return true;
  });
  return { missing, extra: given.filter((number) => !used.has(number)) };
}

/** The numbers in some words, digits of all three sets as Latin ones. */
export function readNumbers(words: string): FoundNumber[] {
  if (!/\p{Nd}/u.test(words)) return [];
  return [...words.matchAll(NUMBER)].map(({ 0: written, index }) => ({
    written,
    start: index,
    readings: readingsOf(foldDigits(written)),
  }));
}

/** Latin digits for those of the two Arabic sets; the length stays. */
function foldDigits(text: string): string {
  return text.replaceAll(/[٠-٩۰-۹]/gu, (digit) => String(valueOf(digit)));
}

/** A branch of a choice is one of several: the most often that any has a number counts. */
function numbersOf({ parsed, runs, text }: Message): FoundNumber[] {
  if (runs.length < 2) return readNumbers(runs[0]?.prose ?? text);
  return numbersIn(parsed.elements ?? []);
}

function numbersIn(list: readonly MessageFormatElement[]): FoundNumber[] {
  return list.flatMap((element) => {
    if (element.type === TYPE.literal) return readNumbers(element.value);
    const branches = listsIn(element).map((inner) => numbersIn(inner));
    return branches.length < 2 ? branches.flat() : mostOf(branches);
  });
}

function mostOf(branches: readonly FoundNumber[][]): FoundNumber[] {
  const most = new Map<string, FoundNumber[]>();
  for (const branch of branches) {
    const own = new Map<string, FoundNumber[]>();
    for (const number of branch)
      own.set(number.readings[0] ?? '', [...(own.get(number.readings[0] ?? '') ?? []), number]);
    for (const [value, numbers] of own) if (numbers.length > (most.get(value)?.length ?? 0)) most.set(value, numbers);
  }
  return [...most.values()].flat();
}

function readingsOf(digits: string): string[] {
  const parts = digits.split(/\D/u);
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return [bare(first)];
  const grouped = first.length <= 3 && rest.every((part) => part.length === 3) ? [bare(parts.join(''))] : [];
  const last = parts.at(-1) ?? '';
  const decimal = `${bare(parts.slice(0, -1).join(''))}.${last.replace(/0{1,20}$/u, '')}`;
  return [...grouped, rest.length > 1 && grouped.length > 0 ? decimal : decimal.replace(/\.$/u, '')];
}

function bare(digits: string): string {
  return digits.replace(/^0+(?=\d)/u, '');
}

function reportForeign(digit: { run: Run; written: string; index: number }, zero: number): TextFinding {
  const { run, written, index } = digit;
  const wanted = [...written].map((sign) => String.fromCodePoint(zero + valueOf(sign))).join('');
  const part = { start: index, end: index + written.length };
  return report('digits-policy', {
    subject: written,
    wanted,
    range: run.rangeOf(part.start, part.end),
    fix: run.edit(part, wanted),
  });
}

function setOf(digits: string): string {
  const code = digits.codePointAt(0) ?? 0;
  return Object.keys(ZERO).find((set) => code >= (ZERO[set] ?? 0) && code <= (ZERO[set] ?? 0) + 9) ?? 'latn';
}

function valueOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  return code - (ZERO[setOf(digit)] ?? 0);
}
