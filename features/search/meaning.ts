/** One word of a query: everything that may stand for it. */
export interface WordMeaning {
  /** As it was asked, folded. */
  asked: string;
  /** Whether it stands in the register as a name, or in the name of something. */
  isName: boolean;
  /** Forms that stand in the index; empty where the word is unknown. */
  exact: string[];
  /** Alternatives of several words, all of which must stand together: synonyms, and a word that is written as two. */
  phrases: string[][][];
  /** Words of the index that look or sound like it. */
  close: string[];
}

/** What two neighbouring words may be met by together. */
export interface PairMeaning {
  /** The forms of both as one word. */
  exact: string[];
  /** What means the same as both. */
  phrases: string[][][];
}

/** The words of a query in their order. */
export interface QueryMeaning {
  words: WordMeaning[];
  /** By the place of the first of the two. */
  pairs: ReadonlyMap<number, PairMeaning>;
}

/** What a sentence asks for: its names alone. `null` where it has none, or nothing else. */
export function namesOf({ words }: QueryMeaning): QueryMeaning | null {
  const names = words.filter(({ isName }) => isName);
  return names.length === 0 || names.length === words.length ? null : { words: names, pairs: new Map() };
}

/**
 * The query for the index in the language of Postgres: forms of a word are alternatives, words must all be met.
 *
 * @param isClose - whether words may be met by what is close to them
 * @param isAny - whether one word is enough
 * @returns `null` where some word cannot be met at all
 */
export function indexQuery(
  meaning: QueryMeaning,
  { isClose, isAny }: { isClose: boolean; isAny: boolean },
): string | null {
  const groups = meaning.words.map((word) => wordQuery(word, isClose));
  if (isAny) return either(groups.filter((group) => group !== null));
  const parts: (string | null)[] = [];
  for (let at = 0; at < groups.length; at += 1) {
    const pair = meaning.pairs.get(at);
    const [own = null, next = null] = [groups[at], groups[at + 1]];
    parts.push(pair === undefined ? own : either([...bothOf(own, next), ...alternativesOf(pair)]));
    if (pair !== undefined) at += 1;
  }
  return parts.length === 0 || parts.includes(null) ? null : parts.join(' & ');
}

function bothOf(one: string | null, other: string | null): string[] {
  return one === null || other === null ? [] : [`(${one} & ${other})`];
}

/** Every folded word that may be marked in a hit. */
export function wordsOf({ words, pairs }: QueryMeaning): string[] {
  const single = words.flatMap(({ exact, close, phrases }) => [...exact, ...close, ...phrases.flat(2)]);
  const double = [...pairs.values()].flatMap(({ exact, phrases }) => [...exact, ...phrases.flat(2)]);
  return [...new Set([...single, ...double])];
}

function wordQuery({ exact, close, phrases }: WordMeaning, isClose: boolean): string | null {
  return either(alternativesOf({ exact: [...exact, ...(isClose ? close : [])], phrases }));
}

function alternativesOf({ exact, phrases }: PairMeaning): string[] {
  const together = phrases.map((phrase) => `(${phrase.map((forms) => either(forms.map(quoted)) ?? '').join(' & ')})`);
  return [...exact.map(quoted), ...together];
}

function either(alternatives: readonly string[]): string | null {
  if (alternatives.length === 0) return null;
  return alternatives.length === 1 ? (alternatives[0] ?? null) : `(${alternatives.join(' | ')})`;
}

/** Folded words hold letters and digits alone; the quotes are for the parser, not for safety. */
function quoted(word: string): string {
  return `'${word.replaceAll(/['\\]/gu, '')}'`;
}
