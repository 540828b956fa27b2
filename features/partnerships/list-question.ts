import { type AskedOfList, type Cursor, readAddress, writeCursor } from '#features/records/list-cursor.ts';
import { toAsciiDigits } from '#features/records/partial-date.ts';
import { PARTNERSHIP_STATUSES, PARTNERSHIP_TYPES } from '#features/vocabulary/model.ts';
import { COUNTRY_CODES } from '#features/vocabulary/countries.ts';
import { LOCALES } from '#i18n/locales.ts';

/** How a list of partnerships may be sorted; the first is the usual way. */
export const PARTNERSHIP_SORTS = ['changed', 'title', 'oldest', 'newest'] as const;

/** How a list of partnerships is sorted. */
export type PartnershipSort = (typeof PARTNERSHIP_SORTS)[number];

/** The ways to show a list of partnerships; the first is the usual one. */
export const PARTNERSHIP_VIEWS = ['list', 'table', 'map'] as const;

/** A way to show a list of partnerships. */
export type PartnershipView = (typeof PARTNERSHIP_VIEWS)[number];

/** Filters whose values are counted, in the order in which they are offered. */
export const FACETS = [
  'type',
  'status',
  'theme',
  'country',
  'place',
  'programme',
  'organisation',
  'language',
  'check',
] as const;

/** A filter whose values are counted. */
export type Facet = (typeof FACETS)[number];

/** Something of each filter. */
export function byFacet<T>(make: (facet: Facet) => T): Record<Facet, T> {
  const made = FACETS.map((facet): [Facet, T] => [facet, make(facet)]);
  return asByFacet(made);
}

/** Every filter is among them. */
function asByFacet<T>(made: [Facet, T][]): Record<Facet, T> {
  return Object.fromEntries(made) as Record<Facet, T>;
}

/** What is asked of the list of partnerships. Values of one filter are alternatives, filters hold together. */
export interface PartnershipQuestion {
  /** By filter: words of the vocabulary, address parts of records, country codes in capitals, languages. */
  chosen: Readonly<Record<Facet, readonly string[]>>;
  /** Years of the first agreement, both included. */
  from: number | null;
  to: number | null;
  sort: PartnershipSort;
  view: PartnershipView;
  /** The page after or before a place in the list; at most one of the two. */
  after: Cursor | null;
  before: Cursor | null;
  /** What was asked and means nothing, as it was written. */
  ignored: readonly string[];
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** Whether a value can be one of a filter, and how the filter writes it. */
const READERS: Record<Facet, (value: string) => string | null> = {
  type: (value) => PARTNERSHIP_TYPES.find((type) => type === value) ?? null,
  status: (value) => PARTNERSHIP_STATUSES.find((status) => status === value) ?? null,
  theme: slugOrNull,
  country: (value) => COUNTRY_CODES.find((code) => code === value.toUpperCase()) ?? null,
  place: slugOrNull,
  programme: slugOrNull,
  organisation: slugOrNull,
  language: (value) => LOCALES.find((locale) => locale === value) ?? null,
  check: (value) => (value === 'needed' ? value : null),
};

/** Nothing asked: everything, as it is usually shown. */
export const NOTHING_ASKED: PartnershipQuestion = readPartnershipQuestion({});

/**
 * Reads what the address asks of the list.
 *
 * @param asked - untrusted; what means nothing is left out and named in `ignored`
 */
export function readPartnershipQuestion(asked: AskedOfList): PartnershipQuestion {
  const { read, readPlace, ignored } = readAddress(asked);
  const chosen = byFacet((facet) => [...new Set(read(facet, READERS[facet]))]);
  const { after, before } = readPlace();
  return {
    chosen,
    from: read('from', readYear)[0] ?? null,
    to: read('to', readYear)[0] ?? null,
    sort: read('sort', (value) => PARTNERSHIP_SORTS.find((sort) => sort === value) ?? null)[0] ?? PARTNERSHIP_SORTS[0],
    view: read('view', (value) => PARTNERSHIP_VIEWS.find((view) => view === value) ?? null)[0] ?? PARTNERSHIP_VIEWS[0],
    after,
    before,
    ignored: ignored(),
  };
}

/** A question as the keys and values of an address; usual values are left out. */
export function askPartnerships(question: PartnershipQuestion): Record<string, string | string[]> {
  const { chosen, from, to, sort, view, after, before } = question;
  return {
    ...Object.fromEntries(FACETS.map((facet) => [facet, chosen[facet].map((value) => writtenValue(facet, value))])),
    from: from === null ? '' : String(from),
    to: to === null ? '' : String(to),
    sort: sort === PARTNERSHIP_SORTS[0] ? '' : sort,
    view: view === PARTNERSHIP_VIEWS[0] ? '' : view,
    after: after === null ? '' : writeCursor(after),
    before: before === null ? '' : writeCursor(before),
  };
}

/** How a value of a filter stands in an address. */
export function writtenValue(facet: Facet, value: string): string {
  return facet === 'country' ? value.toLowerCase() : value;
}

/** Whether anything narrows the list. */
export function isFiltered({ chosen, from, to }: PartnershipQuestion): boolean {
  return from !== null || to !== null || FACETS.some((facet) => chosen[facet].length > 0);
}

function slugOrNull(value: string): string | null {
  return value.length <= 120 && SLUG.test(value) ? value : null;
}

/** In any of the three sets of digits. */
function readYear(value: string): number | null {
  const digits = toAsciiDigits(value);
  return /^[12]\d{3}$/u.test(digits) ? Number(digits) : null;
}
