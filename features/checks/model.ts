/**
 * How bad a finding is: `block` must never reach readers, `review` only where a reviewer waives it with a reason, a
 * `warning` may, an `info` only tells.
 */
export type Severity = 'block' | 'review' | 'warning' | 'info';

/** What a text can be found guilty of, with how bad it is. */
export const CHECKS = {
  apostrophe: 'review',
  'ar-conjunction': 'warning',
  'ar-foreign-letter': 'warning',
  'ar-latin-punct': 'warning',
  'ar-presentation': 'warning',
  'ar-punct-space': 'warning',
  'ar-tatweel': 'warning',
  'arg-branch-missing': 'warning',
  'arg-corrupt': 'block',
  'arg-extra': 'block',
  'arg-missing': 'review',
  'arg-type': 'block',
  'bidi-control': 'block',
  'bidi-mark': 'info',
  'bidi-open': 'warning',
  'bidi-override': 'block',
  'bidi-stray': 'block',
  brackets: 'warning',
  'control-character': 'block',
  'digits-mixed': 'warning',
  'digits-policy': 'warning',
  'dnt-changed': 'warning',
  email: 'warning',
  empty: 'block',
  encoding: 'block',
  'encoding-mark': 'info',
  'foreign-punct': 'warning',
  'hash-literal': 'warning',
  'icu-parse': 'block',
  inconsistent: 'info',
  invisible: 'warning',
  'json-syntax': 'block',
  'key-collision': 'block',
  'key-duplicate': 'block',
  'key-reserved': 'block',
  'length-max': 'review',
  'length-ratio': 'warning',
  'lone-surrogate': 'block',
  missing: 'block',
  mojibake: 'review',
  'mostly-source': 'warning',
  'newline-count': 'warning',
  'no-target-script': 'warning',
  'not-nfc': 'warning',
  'not-text': 'block',
  numbers: 'warning',
  orphan: 'block',
  'pin-date': 'review',
  'pin-link': 'review',
  'pin-name': 'review',
  'pin-number': 'review',
  'plural-dropped': 'warning',
  'plural-missing': 'review',
  'plural-needless': 'warning',
  'plural-no-number': 'warning',
  'plural-offset': 'block',
  'plural-partial': 'info',
  'plural-same-forms': 'warning',
  'plural-selector': 'block',
  'punct-end': 'warning',
  'raw-markup': 'warning',
  reused: 'info',
  'select-extra': 'block',
  'select-missing': 'warning',
  'space-double': 'warning',
  'space-edge': 'warning',
  'tag-empty': 'warning',
  'tag-extra': 'block',
  'tag-missing': 'review',
  'term-forbidden': 'review',
  'term-missing': 'warning',
  unchanged: 'warning',
  unsafe: 'block',
  unsorted: 'info',
  url: 'warning',
  'word-repeated': 'warning',
} as const satisfies Record<string, Severity>;

/** The name of a check, stable: reports and waivers refer to it. */
export type CheckName = keyof typeof CHECKS;

/** A part of a text, in UTF-16 units; `end` is the first unit after it. */
export interface Range {
  start: number;
  end: number;
}

/** One replacement in a text. */
export interface Edit extends Range {
  text: string;
}

/** Something wrong with one text. It carries no sentence: `explain.ts` leads to one in the reader's language. */
export interface TextFinding {
  check: CheckName;
  severity: Severity;
  /** What it is about: a name of an argument, a plural form, a sign as `U+200F`; empty where the check says all. */
  subject: string;
  /** What would be right, or what the source has; empty where nothing is to be compared. */
  wanted: string;
  /** Where in the text; `null` where it is about the whole of it. */
  range: Range | null;
  /** What one key may do about it; `null` where only a person can. */
  fix: readonly Edit[] | null;
}

/** Something wrong with one text of a catalogue. */
export interface CatalogueFinding extends TextFinding {
  /** The path of the text, `Errors.fields.empty`. */
  key: string;
}

/** The texts of a language by key, in the order of the file. */
export type Catalogue = ReadonlyMap<string, string>;

/** What the checks have to know besides the texts. */
export interface CheckContext {
  /** Language of the text that is checked. */
  locale: string;
  /** Language of its source. */
  sourceLocale: string;
  /** Refused where the page itself gives each text its direction, as ours do. */
  directionMarks?: 'allowed' | 'refused';
  /** Digits that texts of this language are written in; what CLDR says of the language where it is left out. */
  digits?: string;
  /** How many letters there is room for. */
  maxLength?: number;
  /** Tags that the text may have although its source has none. */
  tags?: readonly string[];
  /** Names and other words that stay as they are in every language. */
  untranslated?: readonly string[];
}

/** A text and what it was translated from; `null` where it was not translated, or the text stands alone. */
export interface TextPair {
  source: string | null;
  target: string;
}
