import { type Forms, isLanguageTag, languageOf } from './internal/languages.ts';

/** A plural form of a language with numbers to show it with. */
export interface PluralForm {
  form: string;
  /** Of whole numbers where the form has any up to 1000; fractions or millions where only those reach it. */
  samples: readonly number[];
  /** Whether a text needs it. Forms that only fractions or millions reach may be left out. */
  isNeeded: boolean;
}

const SAMPLES_MAX = 3;
/** One of these shows each form that no whole number up to 1000 takes. */
const UNUSUAL = [0.1, 0.5, 1.1, 1.5, 2.5, 10.1, 1_000_000, 2_000_000, 1_500_000];

/** The plural forms of a language in the order of CLDR, six in Arabic, each with sample numbers. */
export function listPluralForms(locale: string, type: Intl.PluralRuleType = 'cardinal'): PluralForm[] {
  const forms = type === 'ordinal' ? languageOf(locale).ordinal : languageOf(locale).cardinal;
  const order = ['zero', 'one', 'two', 'few', 'many', 'other'];
  return [...forms.known]
    .toSorted((one, other) => order.indexOf(one) - order.indexOf(other))
    .map((form) => ({ form, samples: samplesOf(form, forms), isNeeded: forms.needed.has(form) }));
}

/** The form that a number takes: `few` for 3 in Arabic. */
export function pluralFormOf(value: number, locale: string, type: Intl.PluralRuleType = 'cardinal'): string {
  const language = languageOf(locale);
  return (type === 'ordinal' ? language.ordinal : language.cardinal).rules.select(value);
}

/** Whether `Intl` knows a tag as one of a language, so that its plural forms can be told. */
export function isLanguage(tag: string): boolean {
  return isLanguageTag(tag) && Intl.PluralRules.supportedLocalesOf(tag).length > 0;
}

/** The first number, one from the end of the first stretch, and the first of the next: 3, 10, 103. */
function samplesOf(form: string, { needed, rules }: Forms): number[] {
  const numbers = needed.get(form);
  if (numbers === undefined) return UNUSUAL.filter((value) => rules.select(value) === form).slice(0, SAMPLES_MAX);
  const end = numbers.findIndex((number, index) => numbers[index + 1] !== number + 1);
  const chosen = [numbers[0], numbers[end], numbers[end + 1]];
  return [...new Set(chosen)].filter((number) => number !== undefined);
}
