import { type MessageFormatElement, type PluralElement, TYPE } from '@formatjs/icu-messageformat-parser';
import type { TextFinding } from '../model.ts';
import { walkMessage } from '../parse-message.ts';
import { nameOf, rangeOf } from './arguments.ts';
import { type Forms, type Language, languageOf } from './languages.ts';
import type { Message } from './messages.ts';
import { replaced, report } from '../report.ts';

const KEYWORDS = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

/**
 * What is wrong with the plural forms of a text: forms that the language needs and the text lacks, forms that it never
 * uses, and names that are no forms. Arabic counts need six: zero, one, two, few, many, other.
 *
 * @remarks Needed are the forms that the whole numbers up to 1000 fall into: CLDR also lists forms that only fractions or
 * millions reach. `=0` stands for a form whose only number is 0.
 */
export function findPluralFaults(message: Message, locale: string): TextFinding[] {
  const language = languageOf(locale);
  return pluralsIn(message).flatMap((plural) => [
    ...checkForms(plural, formsOf(plural, language), message.text),
    ...findSameForms(plural, language),
  ]);
}

/** Where a translation counts less, or less clearly, than its source does. */
export function findLostCounts(source: Message, target: Message, locale: string): TextFinding[] {
  const language = languageOf(locale);
  const wanted = new Map(pluralsIn(source).map((plural) => [plural.value, plural]));
  if (wanted.size === 0) return [];
  const given = new Map(pluralsIn(target).map((plural) => [plural.value, plural]));
  const used = new Set(walkMessage(target.parsed.elements ?? []).map((element) => nameOf(element)));
  const dropped = [...wanted.keys()].filter((name) => !given.has(name) && used.has(name));
  return [
    ...dropped.map((name) =>
      report('plural-dropped', { subject: name, severity: language.manyForms ? 'review' : 'warning' }),
    ),
    ...[...given].flatMap(([name, plural]) => {
      const model = wanted.get(name);
      return model === undefined ? [] : compareBranches(model, plural, formsOf(plural, language));
    }),
  ];
}

/** The numbers that a branch of a plural stands for; none for one that the language does not know. */
function numbersOf(form: string, forms: Forms): readonly number[] {
  return form.startsWith('=') ? [Number(form.slice(1))] : (forms.needed.get(form) ?? []);
}

/** The forms that a language needs and these selectors do not give. */
export function missingForms(given: readonly string[], forms: Forms): string[] {
  const exact = new Set(given.filter((form) => form.startsWith('=')).map((form) => Number(form.slice(1))));
  return [...forms.needed]
    .filter(([form, numbers]) => !given.includes(form) && !numbers.every((number) => exact.has(number)))
    .map(([form]) => form);
}

/** The forms of the language that a plural is chosen by. */
export function formsOf({ pluralType }: PluralElement, language: Language): Forms {
  return pluralType === 'ordinal' ? language.ordinal : language.cardinal;
}

/** The plurals of a text, the inner ones too. */
export function pluralsIn({ parsed }: Message): PluralElement[] {
  return walkMessage(parsed.elements ?? []).filter((element) => element.type === TYPE.plural);
}

function checkForms(plural: PluralElement, forms: Forms, text: string): TextFinding[] {
  const range = rangeOf(plural);
  const given = Object.keys(plural.options);
  const words = given.filter((form) => !/^=\d+$/u.test(form));
  const needless = words.filter((form) => KEYWORDS.has(form) && !forms.known.has(form));
  return [
    ...missingForms(given, forms).map((form) =>
      report('plural-missing', { subject: form, wanted: plural.value, range }),
    ),
    ...needless.map((form) =>
      report('plural-needless', { subject: form, range: branchRange(plural, form), fix: cut(plural, form, text) }),
    ),
    ...words
      .filter((form) => !KEYWORDS.has(form))
      .map((form) => report('plural-selector', { subject: form, range: branchRange(plural, form) ?? range })),
    ...(plural.offset === 0 ? [] : [report('plural-offset', { subject: String(plural.offset), range })]),
  ];
}

function branchRange(plural: PluralElement, form: string): TextFinding['range'] {
  const location = plural.options[form]?.location;
  return location ? { start: location.start.offset, end: location.end.offset } : null;
}

/** A branch with its name, and the white space before it. */
function cut(plural: PluralElement, form: string, text: string): TextFinding['fix'] {
  const range = branchRange(plural, form);
  if (range === null) return null;
  const start = text.slice(0, range.start).trimEnd().length - form.length;
  return text.startsWith(form, start)
    ? replaced({ start: text.slice(0, start).trimEnd().length, end: range.end }, '')
    : null;
}

/**
 * Six forms that all say the same were filled in, not translated. Only the noun behind a number depends on it: «الكل (#)»
 * and «العدد: #» are the same in every form.
 */
function findSameForms(plural: PluralElement, language: Language): TextFinding[] {
  if (formsOf(plural, language).needed.size < 4) return [];
  const branches = Object.values(plural.options);
  const texts = new Set(branches.map(({ value }) => flatten(value)));
  const counts =
    [...texts].some((text) => /\}\s*\p{L}{3}/u.test(text)) || ![...texts].some((text) => text.includes('{'));
  if (branches.length < 4 || texts.size > 2 || !counts) return [];
  return [report('plural-same-forms', { subject: plural.value, range: rangeOf(plural) })];
}

function flatten(list: readonly MessageFormatElement[]): string {
  return walkMessage(list)
    .map((element) => (element.type === TYPE.literal ? element.value.trim() : `{${nameOf(element) ?? '#'}}`))
    .join(' ');
}

function compareBranches(source: PluralElement, target: PluralElement, forms: Forms): TextFinding[] {
  const general = source.options['other']?.value ?? [];
  const inEvery = sharedNames(source).filter((name) => name !== source.value);
  const showsNumber = hasNumber(general, source.value);
  return Object.entries(target.options).flatMap(([form, { value }]) => {
    if (numbersOf(form, forms).length < 2) return [];
    const range = branchRange(target, form);
    const names = namesIn(value);
    return [
      ...(showsNumber && !hasNumber(value, target.value) ? [report('plural-no-number', { subject: form, range })] : []),
      ...inEvery
        .filter((name) => !names.has(name) && namesInSome(target).has(name))
        .map((name) => report('arg-branch-missing', { subject: name, wanted: form, range })),
    ];
  });
}

function sharedNames({ options }: PluralElement): string[] {
  const [first, ...rest] = Object.values(options).map(({ value }) => namesIn(value));
  return [...(first ?? [])].filter((name) => rest.every((names) => names.has(name)));
}

function namesInSome({ options }: PluralElement): Set<string> {
  return new Set(Object.values(options).flatMap(({ value }) => [...namesIn(value)]));
}

function namesIn(list: readonly MessageFormatElement[]): Set<string> {
  return new Set(
    walkMessage(list)
      .map((element) => nameOf(element))
      .filter((name) => name !== null),
  );
}

function hasNumber(list: readonly MessageFormatElement[], name: string): boolean {
  return walkMessage(list).some((element) => element.type === TYPE.pound || nameOf(element) === name);
}
