import type { KindName } from '#features/records/model.ts';
import type { Locale } from '#i18n/locales.ts';

/** Rules of folding and of what goes into an entry; another value has everything indexed anew. */
export const INDEX_VERSION = '2';

/** The most records that one turn indexes. */
export const INDEXED_AT_ONCE = 500;

/** The tag of every answer that shows what the search finds. */
export const SEARCH_TAG = 'search';

/** The longest query that is looked at, in UTF-16 units, and the most words of it. */
export const QUERY_LENGTH_MAX = 200;
/** The most words of a query. */
export const QUERY_WORDS_MAX = 12;

/** The kinds that are found, in the order in which their groups stand. */
export const FOUND_KINDS = [
  'partnership',
  'place',
  'story',
  'theme',
  'programme',
  'organisation',
] as const satisfies readonly KindName[];

/** A kind that is found. */
export type FoundKind = (typeof FOUND_KINDS)[number];

/** The most names that are suggested while somebody types. */
export const SUGGESTIONS_MAX = 8;

/** How many hits a program is given. */
export const SEARCH_LIMIT = { usual: 20, most: 100 } as const;

/** Something that was found. */
export interface Hit {
  type: FoundKind;
  ref: string;
  slug: string;
  /** In the reader's language or the nearest that there is. */
  title: string;
  lead: string | null;
  textLocale: Locale;
  /** `exact`: every word stands there, inflected perhaps. `close`: words that look or sound alike. */
  match: 'exact' | 'close';
  /** Between 0 and 1; only good for comparing hits of one query. */
  score: number;
}

/** What a query found. */
export interface Found {
  hits: Hit[];
  /** All that match, of all kinds or of the one that was asked for. */
  total: number;
  /** How many match by kind, whichever kind was asked for. */
  counts: Partial<Record<FoundKind, number>>;
  /** Folded words that stand in the hits for what was asked, to be marked. */
  words: string[];
  /** What the query was taken for, where nothing matched it as it was: itself, where nothing better is known; `null` else. */
  takenFor: string | null;
}
