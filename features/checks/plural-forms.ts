import { type PluralElement, TYPE } from '@formatjs/icu-messageformat-parser';
import type { TextFinding } from './model.ts';
import { parseMessage, walkMessage } from './parse-message.ts';

const NUMBERS_MAX = 1000;
const KEYWORDS = new Set(['zero', 'one', 'two', 'few', 'many', 'other']);

/**
 * What is wrong with the plural forms of a text: forms that the language needs and the text lacks, forms that it never
 * uses, and names that are no forms. Arabic counts need six: zero, one, two, few, many, other.
 *
 * @remarks Needed are the forms that the whole numbers up to 1000 fall into: CLDR also lists forms that only fractions or
 * millions reach. `=0` stands for a form whose only number is 0.
 */
export function findPluralFaults(text: string, locale: string): TextFinding[] {
  const { elements } = parseMessage(text);
  if (elements === null) return [];
  return [...walkMessage(elements)].flatMap((element) =>
    element.type === TYPE.plural ? checkPlural(element, locale) : [],
  );
}

function checkPlural(plural: PluralElement, locale: string): TextFinding[] {
  const offset = plural.location?.start.offset ?? null;
  const given = Object.keys(plural.options);
  const numbersOf = numbersByForm(locale, plural.pluralType ?? 'cardinal');
  const exact = new Set(given.filter((form) => form.startsWith('=')).map((form) => Number(form.slice(1))));
  const missing = [...numbersOf].filter(
    ([form, numbers]) => !given.includes(form) && !numbers.every((number) => exact.has(number)),
  );
  const known = new Set<string>(rulesOf(locale, plural.pluralType ?? 'cardinal').resolvedOptions().pluralCategories);
  const words = given.filter((form) => !/^=\d+$/u.test(form));
  return [
    ...missing.map(([form]) => ({ check: 'plural-missing' as const, subject: form, offset })),
    ...words
      .filter((form) => KEYWORDS.has(form) && !known.has(form))
      .map((form) => ({ check: 'plural-needless' as const, subject: form, offset })),
    ...words
      .filter((form) => !KEYWORDS.has(form))
      .map((form) => ({ check: 'plural-selector' as const, subject: form, offset })),
    ...(plural.offset === 0 ? [] : [{ check: 'plural-offset' as const, subject: String(plural.offset), offset }]),
  ];
}

/** The whole numbers up to 1000 that fall into each form, for the forms that any fall into. */
function numbersByForm(locale: string, type: Intl.PluralRuleType): Map<string, number[]> {
  const rules = rulesOf(locale, type);
  const numbersOf = new Map<string, number[]>();
  for (let number = 0; number <= NUMBERS_MAX; number += 1) {
    const form = rules.select(number);
    numbersOf.set(form, [...(numbersOf.get(form) ?? []), number]);
  }
  return numbersOf;
}

function rulesOf(locale: string, type: Intl.PluralRuleType): Intl.PluralRules {
  return new Intl.PluralRules(locale, { type });
}
