/** What the checks know of a language, from CLDR as `Intl` has it. */
export interface Language {
  /** `ar` of `ar-EG`. */
  code: string;
  /** `Arab`, `Latn`, … */
  script: string;
  /** `latn`, `arab`, `arabext`, … */
  digits: string;
  /** Opening and closing marks of quotations that come in pairs. */
  quotes: readonly (readonly [string, string])[];
  /** Whether a count needs four forms or more, so that a plain number cannot stand before one form. */
  manyForms: boolean;
  cardinal: Forms;
  ordinal: Forms;
}

/** The plural forms of a language. */
export interface Forms {
  /** The forms that whole numbers up to 1000 fall into, with these numbers: what a text needs. */
  needed: ReadonlyMap<string, readonly number[]>;
  /** All forms that CLDR lists: what a text may have. */
  known: ReadonlySet<string>;
  rules: Intl.PluralRules;
}

const NUMBERS_MAX = 1000;
const KEPT_MAX = 50;

/** `Intl` does not tell quotation marks; these are CLDR's delimiters. A mark that both opens and closes is not paired. */
const QUOTES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  cs: [['„', '“']],
  de: [
    ['„', '“'],
    ['‚', '‘'],
  ],
  en: [['“', '”']],
  pl: [['„', '”']],
  tr: [['“', '”']],
};

const kept = new Map<string, Language>();

/** A language by its tag; what `Intl` does not know is treated as one without rules. */
export function languageOf(locale: string): Language {
  const known = kept.get(locale);
  if (known !== undefined) return known;
  if (kept.size > KEPT_MAX) kept.clear();
  const language = describe(asLocale(locale));
  kept.set(locale, language);
  return language;
}

/** Whether a tag is one that `Intl` accepts. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function asLocale(locale: string): Intl.Locale {
  return new Intl.Locale(isLanguageTag(locale) ? locale : 'und');
}

function describe(locale: Intl.Locale): Language {
  const cardinal = formsOf(locale.toString(), 'cardinal');
  return {
    code: locale.language,
    script: locale.maximize().script ?? 'Latn',
    digits: new Intl.NumberFormat(locale.toString()).resolvedOptions().numberingSystem,
    quotes: Object.hasOwn(QUOTES, locale.language) ? (QUOTES[locale.language] ?? []) : [],
    manyForms: cardinal.needed.size > 3,
    cardinal,
    ordinal: formsOf(locale.toString(), 'ordinal'),
  };
}

function formsOf(locale: string, type: Intl.PluralRuleType): Forms {
  const rules = new Intl.PluralRules(locale, { type });
  const needed = new Map<string, number[]>();
  for (let number = 0; number <= NUMBERS_MAX; number += 1) {
    const form = rules.select(number);
    const numbers = needed.get(form);
    if (numbers === undefined) needed.set(form, [number]);
    else numbers.push(number);
  }
  return { needed, known: new Set(rules.resolvedOptions().pluralCategories), rules };
}
