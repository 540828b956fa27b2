/** What a text can be found guilty of, with how bad it is: an `error` must not reach readers, a `warning` may. */
export const CHECKS = {
  apostrophe: 'error',
  'arg-corrupt': 'error',
  'arg-extra': 'error',
  'arg-missing': 'error',
  'arg-type': 'error',
  'bidi-control': 'error',
  empty: 'error',
  'icu-parse': 'error',
  invisible: 'error',
  missing: 'error',
  'not-nfc': 'error',
  'not-text': 'error',
  orphan: 'error',
  'plural-missing': 'error',
  'plural-needless': 'warning',
  'plural-offset': 'error',
  'plural-selector': 'error',
  'space-edge': 'warning',
  'tag-extra': 'error',
  'tag-missing': 'error',
  unsorted: 'error',
} as const satisfies Record<string, 'error' | 'warning'>;

/** The name of a check, stable: reports and waivers refer to it. */
export type CheckName = keyof typeof CHECKS;

/** Something wrong with one text. */
export interface TextFinding {
  check: CheckName;
  /** What it is about: a name of an argument, a plural form, a sign as `U+200F`; empty where the check says all. */
  subject: string;
  /** Where in the text, in UTF-16 units; `null` where it is about the whole of it. */
  offset: number | null;
}

/** Something wrong with one text of a catalogue. */
export interface CatalogueFinding extends TextFinding {
  /** The path of the text, `Errors.fields.empty`. */
  key: string;
}

/** The texts of a language by key, in the order of the file. */
export type Catalogue = ReadonlyMap<string, string>;
