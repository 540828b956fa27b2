import { countryName } from '#features/vocabulary/countries.ts';
import { LOCALES } from '#i18n/locales.ts';
import { isPlainObject } from '#features/records/plain-object.ts';
import { wordsIn } from '../normalise.ts';
import { soundsOf } from '../sound.ts';
import type { Gathered, StoredText } from './gather-texts.ts';

/** A word of an entry, as the table of words holds it. */
export interface IndexWord {
  word: string;
  isName: boolean;
  sounds: string[];
}

/** What of a record goes into the index. */
export interface IndexEntry {
  recordId: string;
  kind: string;
  ref: string;
  slug: string;
  locales: string[];
  texts: Partial<Record<string, { title: string; lead?: string }>>;
  /** In the form in which Postgres reads a `tsvector`: `'بريمن':1A 'توامه':2B`. */
  vector: string;
  words: IndexWord[];
}

/** The weights of Postgres, the heaviest first. */
type Weight = 'A' | 'B' | 'C' | 'D';

/** Postgres keeps 16,383 places and a megabyte; nobody searches for the ten thousandth word of a text. */
const WORDS_MAX = 8000;

/**
 * Makes the entry of a record.
 *
 * @param typeNames - what its type is called, in all languages; empty for kinds without one
 */
export function buildEntry(gathered: Gathered, typeNames: readonly string[]): IndexEntry {
  const { id, kind, ref, slug, texts, sides, subjects, countries } = gathered;
  const own = isNamed(kind) ? namesOf(texts) : [];
  const names = [...own, ...namesOf(sides ?? [])];
  const countryNames = (countries ?? []).flatMap((code) => LOCALES.map((locale) => countryName(code, locale) ?? ''));
  const weighed = new Map<string, Weight>();
  addWords(weighed, 'A', names);
  // A name of several words may be asked for as one.
  for (const joined of names.flatMap((name) => joinedForms(name))) weighed.set(joined, 'A');
  addWords(weighed, 'B', [...namesOf(texts), ...namesOf(subjects ?? []), ...countryNames, ref]);
  addWords(weighed, 'C', [...texts.map(({ lead }) => lead ?? ''), ...typeNames]);
  addWords(
    weighed,
    'D',
    texts.flatMap(({ body, labels }) => [...stringsIn(body), ...stringsIn(labels)]),
  );
  const vector = [...weighed].map(([word, weight], at) => `'${word}':${String(at + 1)}${weight}`).join(' ');
  const shown = texts.map(
    ({ locale, title, lead }) => [locale, { title, ...(lead === null ? {} : { lead }) }] as const,
  );
  return {
    recordId: id,
    kind,
    ref,
    slug,
    locales: texts.map(({ locale }) => locale),
    texts: Object.fromEntries(shown),
    vector,
    words: describeWords([...weighed.keys()], [...own, ...countryNames], names),
  };
}

/** The kinds whose titles are names: their words may be spelt in many ways and are not inflected. */
function isNamed(kind: string): boolean {
  return kind === 'place' || kind === 'organisation';
}

function namesOf(texts: readonly StoredText[]): string[] {
  return texts.flatMap(({ title, aliases, abbreviation }) => [title, ...(aliases ?? []), abbreviation ?? '']);
}

function addWords(weighed: Map<string, Weight>, weight: Weight, texts: readonly string[]): void {
  for (const { forms } of texts.flatMap((text) => wordsIn(text))) {
    for (const form of forms) {
      if (weighed.size < WORDS_MAX && !weighed.has(form)) weighed.set(form, weight);
    }
  }
}

/** A name of several words written as one; empty for a single word. */
function joinedForms(name: string): string[] {
  const words = wordsIn(name);
  return words.length < 2 || words.length > 3 ? [] : [words.map(({ forms }) => forms[0] ?? '').join('')];
}

/**
 * @param names - whose words, where they stand alone, are names
 * @param sounded - whose words may be asked for by their sound
 */
function describeWords(words: readonly string[], names: readonly string[], sounded: readonly string[]): IndexWord[] {
  const single = new Set(
    names.flatMap((name) => {
      const found = wordsIn(name);
      return found.length === 1 ? (found[0]?.forms ?? []) : joinedForms(name);
    }),
  );
  const heard = new Set([...single, ...sounded.flatMap((name) => wordsIn(name)).flatMap(({ forms }) => forms)]);
  return words.map((word) => ({ word, isName: single.has(word), sounds: heard.has(word) ? soundsOf(word) : [] }));
}

/** Every text in a document of rich text or in the labels of nested items. */
function stringsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => stringsIn(item));
  if (!isPlainObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner === 'string') return key === 'type' || key === 'id' ? [] : [inner];
    return key === 'attrs' || key === 'marks' ? [] : stringsIn(inner);
  });
}
