import { inArray, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { searchSynonym, searchWord } from '#db/schema/search.ts';
import { formsOf, isArabic, isJoined, stemsOf, withoutArticle } from '../arabic.ts';
import { isSlip, remaindersOf } from '../closeness.ts';
import { isSmallWord, latinFormsOf, latinStemsOf } from '../latin.ts';
import type { PairMeaning, QueryMeaning, WordMeaning } from '../meaning.ts';
import { QUERY_WORDS_MAX } from '../model.ts';
import { foldText, wordsIn } from '../normalise.ts';
import { soundsOf } from '../sound.ts';

/** Words of the index, and whether each is a name. */
type Known = ReadonlyMap<string, boolean>;

/**
 * What the words of a query may mean, looked up among the words that stand in the register: a guess about an ending or a
 * prefix counts only where it leads to a word that is there.
 *
 * @returns `null` where nothing of the query can be searched
 */
export async function findMeaning(query: string): Promise<QueryMeaning | null> {
  const asked = askedWords(query);
  if (asked.length === 0) return null;
  const guesses = asked.map((forms) => unique(forms.flatMap((form) => guessesOf(form))));
  const synonyms = await findSynonyms(asked, guesses);
  const joined = asked.slice(1).map((forms, at) => `${asked[at]?.[0] ?? ''}${forms[0] ?? ''}`);
  const stems = unique([...guesses.flat(), ...synonyms.flatMap(({ phrase }) => phrase), ...joined]);
  const { known, formsOf: formsIn } = await lookUp(stems);
  const phrasesAt = (place: number, isPair: boolean) =>
    synonyms
      .filter(({ at, isOfPair }) => at === place && isOfPair === isPair)
      .map(({ phrase }) => phrase.map((word) => formsIn(word)))
      .filter((phrase) => phrase.every((forms) => forms.length > 0));
  const words = asked.map((forms, at): WordMeaning => {
    // A name is not taken apart: برلين is no رلين with a letter before it.
    const isName = forms.some((form) => known.get(form) === true);
    const heads = isName ? forms : (guesses[at] ?? []);
    const exact = unique([...forms.filter((form) => known.has(form)), ...heads.flatMap((head) => formsIn(head))]);
    return {
      asked: forms[0] ?? '',
      isName: isName || exact.some((form) => known.get(form) === true),
      exact,
      phrases: phrasesAt(at, false),
      close: [],
    };
  });
  const pairs = new Map<number, PairMeaning>();
  for (const [at, word] of joined.entries()) {
    const pair = { exact: formsIn(word), phrases: phrasesAt(at, true) };
    if (pair.exact.length + pair.phrases.length > 0 && !pairs.has(at - 1)) pairs.set(at, pair);
  }
  return { words, pairs };
}

/** Looks up which of the forms of some stems stand in the register. */
async function lookUp(stems: readonly string[]): Promise<{ known: Known; formsOf: (stem: string) => string[] }> {
  const few = await findKnown(unique(stems.flatMap((stem) => [stem, ...smallFormsOf(stem)])));
  const attested = stems.filter((stem) => [stem, ...smallFormsOf(stem)].some((form) => few.has(form)));
  const all = await findKnown(unique(attested.flatMap((stem) => allFormsOf(stem))));
  const articled = await findArticled(all);
  const known = new Map([...few, ...all]);
  return { known, formsOf: (stem) => ownFormsOf(stem, all, articled) };
}

/** Adds to each word what looks or sounds like it, and how it may be written as two. */
export async function addCloseWords(meaning: QueryMeaning): Promise<QueryMeaning> {
  const words = await Promise.all(
    meaning.words.map(async (word) => {
      const [close, split] = await Promise.all([findClose(word.asked), findSplit(word.asked)]);
      const others = close.filter((other) => !word.exact.includes(other));
      return { ...word, close: inSameScriptFirst(others, word.asked), phrases: [...word.phrases, ...split] };
    }),
  );
  return { ...meaning, words };
}

/** The query is shown as it was taken, and that in the letters in which it was asked. */
function inSameScriptFirst(words: readonly string[], asked: string): string[] {
  return words.toSorted(
    (one, other) => Number(isArabic(other) === isArabic(asked)) - Number(isArabic(one) === isArabic(asked)),
  );
}

/** The forms of one word of a query. */
type AskedWord = readonly string[];

function askedWords(query: string): AskedWord[] {
  const all = wordsIn(query).map(({ forms }) => forms);
  const meant = all.filter((forms) => !isSmallWord(forms[0] ?? ''));
  return (meant.length === 0 ? all : meant).slice(0, QUERY_WORDS_MAX);
}

function guessesOf(word: string): string[] {
  return isArabic(word) ? stemsOf(word) : latinStemsOf(word);
}

/** Enough forms to see whether a stem stands in the register at all. */
function smallFormsOf(stem: string): string[] {
  return isArabic(stem) ? [`ال${stem}`, `و${stem}`, `${stem.replace(/ه$/u, '')}ات`] : [];
}

function allFormsOf(stem: string): string[] {
  return isArabic(stem) ? [stem, ...formsOf(stem)] : [stem, ...latinFormsOf(stem)];
}

/** Of the forms of a stem those that stand in the index, without words of their own that only look like it with a prefix. */
function ownFormsOf(stem: string, full: Known, own: ReadonlySet<string>): string[] {
  return allFormsOf(stem).filter(
    (form) => full.has(form) && !(isJoined(form, stem) && (full.get(form) === true || own.has(form))),
  );
}

async function findKnown(words: readonly string[]): Promise<Known> {
  if (words.length === 0) return new Map();
  const rows = await publicDb()
    .select({ word: searchWord.word, isName: searchWord.isName })
    .from(searchWord)
    .where(sql`${searchWord.word} = any(string_to_array(${words.join(' ')}, ' '))`);
  return new Map(rows.map(({ word, isName }) => [word, isName]));
}

/** The words that stand somewhere with the article: بطاقة does where البطاقة is, so it is a word of its own. */
async function findArticled(full: Known): Promise<ReadonlySet<string>> {
  const bare = [...full.keys()].filter((word) => isArabic(word) && withoutArticle(word) === word);
  const known = await findKnown(bare.map((word) => `ال${word}`));
  return new Set(bare.filter((word) => known.has(`ال${word}`)));
}

/** A phrase that means the same as a word of the query, or as a pair of its words. */
interface Synonym {
  /** The place of the word, of a pair that of the first. */
  at: number;
  isOfPair: boolean;
  phrase: string[];
}

async function findSynonyms(asked: readonly AskedWord[], guesses: readonly string[][]): Promise<Synonym[]> {
  const terms = asked.flatMap((forms, at) => {
    const single = [...forms, ...(guesses[at] ?? [])].map((folded) => ({ at, folded, isOfPair: false }));
    const next = asked[at + 1]?.[0];
    return next === undefined ? single : [...single, { at, folded: `${forms[0] ?? ''} ${next}`, isOfPair: true }];
  });
  const rows = await publicDb()
    .select({ folded: searchSynonym.folded, others: searchSynonym.others })
    .from(searchSynonym)
    .where(inArray(searchSynonym.folded, unique(terms.map(({ folded }) => folded))));
  return rows.flatMap(({ folded, others }) => {
    const phrases = others.map((other) => foldText(other).map((word) => withoutArticle(word)));
    const places = terms.filter((term) => term.folded === folded);
    return places.flatMap(({ at, isOfPair }) =>
      phrases.filter((phrase) => phrase.length > 0).map((phrase) => ({ at, isOfPair, phrase })),
    );
  });
}

const CANDIDATES_MAX = 2000;

/** Words that look like a slip of it, and names that sound like it. */
async function findClose(word: string): Promise<string[]> {
  const sounds = soundsOf(word);
  // Asked part by part: of a whole list Postgres expects so many words that it reads the table from end to end.
  const rows = await publicDb()
    .select({ word: searchWord.word, isName: searchWord.isName, sounds: searchWord.sounds })
    .from(searchWord)
    .where(
      sql`${searchWord.word} in (
        select k.word from unnest(string_to_array(${remaindersOf(word).join(' ')}, ' ')) part
          join ${searchWord} k on k.remainders @> array[part]
        union
        select k.word from unnest(string_to_array(${sounds.join(' ')}, ' ')) part
          join ${searchWord} k on k.sounds @> array[part])`,
    )
    .limit(CANDIDATES_MAX);
  return rows.filter((row) => isSlip(word, row.word) || soundsAlike(word, sounds, row)).map((row) => row.word);
}

/** Of two consonants much is left open, so such names have to be about as long as well. */
function soundsAlike(word: string, sounds: readonly string[], known: { word: string; sounds: string[] }): boolean {
  const shared = sounds.filter((sound) => known.sounds.includes(sound));
  if (shared.length === 0) return false;
  return shared.some((sound) => sound.length > 2) || Math.abs(word.length - known.word.length) <= 1;
}

const PART_MIN = 2;

/** The ways to read a word as two that stand in the index. */
async function findSplit(word: string): Promise<string[][][]> {
  const letters = [...word];
  const pairs = letters
    .slice(PART_MIN, letters.length - PART_MIN + 1)
    .map((_letter, at) => [letters.slice(0, at + PART_MIN).join(''), letters.slice(at + PART_MIN).join('')]);
  const known = await findKnown(unique(pairs.flat()));
  return pairs.filter((pair) => pair.every((part) => known.has(part))).map((pair) => pair.map((part) => [part]));
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)];
}
