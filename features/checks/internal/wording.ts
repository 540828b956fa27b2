import type { CheckContext, TextFinding } from '../model.ts';
import { type Language, languageOf } from './languages.ts';
import { HOLE, type Message, type Run } from './messages.ts';
import { firstMatches, report } from '../report.ts';

const WORD = /[\p{L}\p{M}][\p{L}\p{M}\p{N}'’]*/gu;
/** A word of two letters or more, and again. Longer words than any are left out, so that no text takes long. */
const TWICE_IN_A_ROW = /(?<![\p{L}\p{M}\p{N}'’])(\p{L}[\p{L}\p{M}]{1,40})([ \u00A0]{1,3})\1(?![\p{L}\p{M}\p{N}'’])/gu;
const WORDS_FOR_A_SHARE = 5;
const FOREIGN_SHARE = 0.6;
/** Closed classes of words that a language sets twice in a row, or repeats for "one by one". */
const TWICE: Readonly<Record<string, ReadonlySet<string>>> = {
  ar: new Set(['جدا', 'جدًا', 'رويدا', 'شيئا', 'واحدا', 'خطوة', 'مهلا', 'يوما']),
  de: new Set(['der', 'die', 'das', 'den', 'dem', 'sie', 'ihr', 'was']),
  en: new Set(['had', 'that', 'is']),
};

/** A text that was not translated, or only in part. */
export function findUntranslated(source: Message, target: Message, context: CheckContext): TextFinding[] {
  const from = languageOf(context.sourceLocale);
  const into = languageOf(context.locale);
  if (from.code === into.code) return [];
  const own = new Set(context.untranslated);
  const words = wordsOf(target).filter((word) => !own.has(word) && !isName(word));
  if (source.text === target.text) return isLeftAsItWas(words, from, into) ? [report('unchanged')] : [];
  return from.script === into.script ? [] : findOtherScript(source, words, into);
}

/** A text much longer or shorter than its source. */
export function findLength(source: Message | null, target: Message, context: CheckContext): TextFinding[] {
  const { maxLength } = context;
  const length = lengthOf(target);
  if (maxLength !== undefined && length > maxLength) {
    const letters = graphemesOf(longest(target), context.locale);
    if (letters > maxLength) return [report('length-max', { subject: String(letters), wanted: String(maxLength) })];
  }
  const wanted = source === null ? 0 : lengthOf(source);
  const isLong = wanted >= 4 && wanted <= 30 && length > Math.max(2.5 * wanted, wanted + 15);
  const isShort = wanted >= 40 && length < 0.35 * wanted;
  return isLong || isShort ? [report('length-ratio', { subject: String(length), wanted: String(wanted) })] : [];
}

/** The same word twice, where the source does not repeat one. */
export function findRepeated(source: Message | null, target: Message, language: Language): TextFinding[] {
  const found = target.runs.flatMap((run) => repeatedIn(run, TWICE[language.code] ?? null));
  const isOfTheSource = found.length > 0 && source?.runs.some((run) => repeatedIn(run, null).length > 0) === true;
  return isOfTheSource ? [] : found;
}

/** Addresses of pages and of mail that one text has and the other does not. */
export function findAddresses(source: Message, target: Message): TextFinding[] {
  if (!/[@/]/u.test(source.text) && !/[@/]/u.test(target.text)) return [];
  const wanted = addressesIn(source);
  const given = addressesIn(target);
  const missing = [...wanted].filter((address) => !given.has(address));
  const extra = [...given].filter((address) => !wanted.has(address));
  return [
    ...missing.map((address) => report(kindOf(address), { wanted: address })),
    ...extra.map((address) => report(kindOf(address), { subject: address, range: placeOf(target, address) })),
  ];
}

function wordsOf({ runs }: Message): string[] {
  return runs.flatMap(({ prose }) => prose.match(WORD) ?? []);
}

/** Names and short forms look the same everywhere: HafenCity, IURC, PDF, v2. */
function isName(word: string): boolean {
  return !/^[\u0600-\u06FF]/u.test(word) && /^.\P{Ll}*$|\p{Ll}\p{Lu}|\p{N}/u.test(word);
}

/** Languages of one script share words (Status, Text); sentences they do not share. */
function isLeftAsItWas(words: readonly string[], from: Language, into: Language): boolean {
  const letters = words.filter((word) => word.length > 1);
  return from.script === into.script ? letters.length > 2 : letters.some((word) => hasScript(word, from.script));
}

function findOtherScript(source: Message, words: readonly string[], into: Language): TextFinding[] {
  const own = words.filter((word) => hasScript(word, into.script)).length;
  const foreign = words.filter((word) => word.length > 1).length - own;
  if (own === 0 && foreign > 0) {
    return wordsOf(source).some((word) => !isName(word)) ? [report('no-target-script')] : [];
  }
  const isMostly = words.length >= WORDS_FOR_A_SHARE && foreign / words.length > FOREIGN_SHARE;
  return isMostly ? [report('mostly-source', { subject: String(foreign), wanted: String(words.length) })] : [];
}

const SCRIPTS = new Map<string, RegExp>();

function hasScript(word: string, script: string): boolean {
  let pattern = SCRIPTS.get(script);
  if (pattern === undefined) {
    pattern = new RegExp(`\\p{Script=${script}}`, 'u');
    SCRIPTS.set(script, pattern);
  }
  return pattern.test(word);
}

/** Roughly what readers see: vowel signs take no room, the longest branch counts. */
function lengthOf(message: Message): number {
  const words = longest(message);
  return /^[\n -~]*$/u.test(words) ? words.length : words.replaceAll(/\p{M}|\p{Cf}/gu, '').length;
}

/** The words of a text with the longest of its branches, a value taken for five letters. */
function longest({ runs, text }: Message): string {
  const [root, ...branches] = runs;
  if (root === undefined) return text;
  const branch = branches.reduce((most, { words }) => (words.length > most.length ? words : most), '');
  return `${root.words}${branch}`.replaceAll(HOLE, '12345').trim();
}

function graphemesOf(text: string, locale: string): number {
  let count = 0;
  for (const _ of new Intl.Segmenter(locale).segment(text)) count += 1;
  return count;
}

function repeatedIn(run: Run, allowed: ReadonlySet<string> | null): TextFinding[] {
  return firstMatches(run.prose, TWICE_IN_A_ROW).flatMap(({ 0: found, 1: word = '', 2: gap = '', index }) => {
    // «شيئًا شيئًا»: what is repeated with tanwin means one by one.
    if (allowed?.has(word) === true || word.includes('\u064B')) return [];
    const end = index + found.length;
    const fix = run.edit({ start: end - word.length - gap.length, end }, '');
    return [report('word-repeated', { subject: word, range: run.rangeOf(end - word.length, end), fix })];
  });
}

const PAGE = /https?:\/\/[^\s\uFFFC<>«»"”]*[^\s\uFFFC<>«»"”.,;:!?)،؛؟]/giu;
const MAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}/gu;

/** The addresses in a text, a page without the slash at its end. */
export function addressesIn({ runs }: Message): Set<string> {
  const words = runs.map((run) => run.words);
  return new Set([
    ...words
      .flatMap((part) => (part.includes('://') ? (part.match(PAGE) ?? []) : []))
      .map((page) => page.replace(/\/$/u, '')),
    ...words.flatMap((part) => (part.includes('@') ? (part.replaceAll(PAGE, ' ').match(MAIL) ?? []) : [])),
  ]);
}

function kindOf(address: string): 'email' | 'url' {
  return address.includes('://') ? 'url' : 'email';
}

function placeOf({ runs }: Message, address: string): TextFinding['range'] {
  for (const { words, rangeOf } of runs) {
    const index = words.indexOf(address);
    if (index >= 0) return rangeOf(index, index + address.length);
  }
  return null;
}
