import { FALLBACK, type Locale } from '#i18n/locales.ts';
import type { Cursor, PagePlace } from '#features/records/list-cursor.ts';
import { byFacet, type Facet, FACETS, type PartnershipQuestion, type PartnershipSort } from '../list-question.ts';

/** What the list has to know of a partnership to filter, count and sort it. */
export interface IndexedRow {
  id: string;
  /** The earliest accepted date of an agreement; `null` where none is known. */
  since: string | null;
  /** The instant of its release, written so that texts sort as instants do. */
  changed: string;
  titles: Partial<Record<Locale, string>>;
  /** Its values by filter, none twice: words of the vocabulary, ids of records, country codes in capitals, languages. */
  values: Readonly<Record<Facet, readonly string[]>>;
}

/** A question with its address parts turned into ids; of a record that is not there none is left. */
export type ResolvedQuestion = Pick<PartnershipQuestion, 'chosen' | 'from' | 'to'>;

/** How many partnerships each value would leave, by filter. */
export type CountsByFacet = Record<Facet, Map<string, number>>;

/** Everything that is published, in a form that is filtered, counted and sorted within milliseconds. */
export interface ListIndex {
  /** What each value of each filter would leave, the other filters as they are. */
  count: (question: ResolvedQuestion) => CountsByFacet;
  /**
   * One page's worth of what meets a question.
   *
   * @param wanted - `limit`: how many at most, in the order of reading: backwards where the page lies before a place
   */
  page: (question: ResolvedQuestion, wanted: Wanted) => { rows: Cursor[]; total: number };
}

interface Wanted extends PagePlace {
  sort: PartnershipSort;
  locale: Locale;
  limit: number;
}

/** The values of one filter of all rows: those of row `n` are `at[starts[n]]` to `at[starts[n + 1] - 1]`, as places in `words`. */
interface Column {
  words: string[];
  starts: Uint32Array;
  at: Uint32Array;
}

/** Years are a filter without values; its bit comes after those of the filters with values. */
const YEARS = 1 << FACETS.length;

type Columns = Readonly<Record<Facet, Column>>;

function bitOf(facet: Facet): number {
  return 1 << FACETS.indexOf(facet);
}

/** Lays rows out by filter, so that a question reads each number once. */
export function indexRows(rows: readonly IndexedRow[]): ListIndex {
  const columns = byFacet((facet) => columnOf(rows, facet));
  const inOrder = createOrders(rows);
  const misses = (question: ResolvedQuestion) => missesOf(question, rows, columns);
  return {
    count: (question) => {
      const missed = misses(question);
      return byFacet((facet) => countColumn(columns[facet], missed, ~bitOf(facet)));
    },
    page: (question, wanted) => {
      const missed = misses(question);
      const { order, compare } = inOrder(wanted.sort, wanted.locale);
      const met = order.filter(({ at }) => missed[at] === 0);
      const cut = cutFrom(met, compare, wanted);
      return { rows: cut.map(({ key, id }) => ({ key, id })), total: met.length };
    },
  };
}

/** Which filters each row misses, a bit for each. A row that misses one alone still counts among the values of that one. */
function missesOf({ chosen, from, to }: ResolvedQuestion, rows: readonly IndexedRow[], columns: Columns): Uint16Array {
  const missed = new Uint16Array(rows.length);
  for (const facet of FACETS) {
    if (chosen[facet].length > 0) markMisses(missed, columns[facet], { chosen: chosen[facet], bit: bitOf(facet) });
  }
  if (from === null && to === null) return missed;
  rows.forEach(({ since }, at) => {
    const year = since === null ? NaN : Number(since.slice(0, 4));
    if (!(year >= (from ?? 0) && year <= (to ?? Infinity))) missed[at] = (missed[at] ?? 0) | YEARS;
  });
  return missed;
}

function markMisses(
  missed: Uint16Array,
  { words, starts, at }: Column,
  { chosen, bit }: { chosen: readonly string[]; bit: number },
): void {
  const wanted = new Set(chosen);
  const isWanted = words.map((word) => wanted.has(word));
  for (let row = 0; row < missed.length; row += 1) {
    let meets = false;
    for (let n = starts[row] ?? 0; n < (starts[row + 1] ?? 0); n += 1) meets ||= isWanted[at[n] ?? 0] ?? false;
    if (!meets) missed[row] = (missed[row] ?? 0) | bit;
  }
}

function countColumn({ words, starts, at }: Column, missed: Uint16Array, others: number): Map<string, number> {
  const counts = new Uint32Array(words.length);
  for (let row = 0; row < missed.length; row += 1) {
    if (((missed[row] ?? 0) & others) !== 0) continue;
    for (let n = starts[row] ?? 0; n < (starts[row + 1] ?? 0); n += 1) {
      const word = at[n] ?? 0;
      counts[word] = (counts[word] ?? 0) + 1;
    }
  }
  return new Map(words.flatMap((word, n) => (counts[n] === 0 ? [] : [[word, counts[n] ?? 0] as const])));
}

function columnOf(rows: readonly IndexedRow[], facet: Facet): Column {
  const places = new Map<string, number>();
  const at = rows.flatMap(({ values }) =>
    values[facet].map((value) => {
      const place = places.get(value) ?? places.size;
      places.set(value, place);
      return place;
    }),
  );
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach(({ values }, row) => {
    starts[row + 1] = (starts[row] ?? 0) + values[facet].length;
  });
  return { words: [...places.keys()], starts, at: Uint32Array.from(at) };
}

type Compare = (one: Cursor, other: Cursor) => number;

/** The place of a row in an order, and where the row stands. */
interface Ordered extends Cursor {
  at: number;
}

interface Order {
  order: Ordered[];
  compare: Compare;
}

/** Each order is made when somebody first asks for it. */
function createOrders(rows: readonly IndexedRow[]): (sort: PartnershipSort, locale: Locale) => Order {
  const known = new Map<string, Order>();
  return (sort, locale) => {
    const name = sort === 'title' ? `${sort} ${locale}` : sort;
    const order = known.get(name) ?? sortRows(rows, sort, locale);
    known.set(name, order);
    return order;
  };
}

function sortRows(rows: readonly IndexedRow[], sort: PartnershipSort, locale: Locale): Order {
  const compareKeys = sort === 'title' ? new Intl.Collator(locale).compare : compareSigns;
  const turn = sort === 'changed' || sort === 'newest' ? -1 : 1;
  const compare: Compare = (one, other) => turn * (compareKeys(one.key, other.key) || compareSigns(one.id, other.id));
  const order = rows.map((row, at): Ordered => ({ key: keyFor(row, sort, locale), id: row.id, at })).toSorted(compare);
  return { order, compare };
}

/** What a list is sorted by. Who has no date comes last, in either order. */
function keyFor({ changed, since, titles }: IndexedRow, sort: PartnershipSort, locale: Locale): string {
  switch (sort) {
    case 'title':
      return FALLBACK[locale].flatMap((language) => titles[language] ?? [])[0] ?? '';
    case 'oldest':
      return since ?? '9999';
    case 'newest':
      return since ?? '';
    default:
      return changed;
  }
}

function compareSigns(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** A place is found by its key, since what stood there may have moved or gone meanwhile. */
function cutFrom(met: Ordered[], compare: Compare, { after, before, limit }: Wanted): Ordered[] {
  if (before !== null) {
    const end = met.findIndex((one) => compare(one, before) >= 0);
    return met
      .slice(0, end === -1 ? met.length : end)
      .toReversed()
      .slice(0, limit);
  }
  const start = after === null ? 0 : met.findIndex((one) => compare(one, after) > 0);
  return start === -1 ? [] : met.slice(start, start + limit);
}
