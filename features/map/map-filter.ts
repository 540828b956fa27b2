import { slug as slugField } from '#features/records/fields.ts';
import { COUNTRY_CODES } from '#features/vocabulary/countries.ts';
import { PARTNERSHIP_STATUSES, PARTNERSHIP_TYPES } from '#features/vocabulary/model.ts';

/** Which partnerships a map shows; all conditions that are given hold together. */
export interface MapFilter {
  /** One country: partnerships with a side in it. Two: partnerships between them, or inside of one that stands twice. */
  countries: readonly string[];
  theme: string | null;
  type: string | null;
  programme: string | null;
  status: string | null;
}

/** What an address asks for. */
export interface MapQuestion {
  filter: MapFilter;
  /** The names of what cannot be understood and is left aside. */
  ignored: string[];
}

/** Everything is shown. */
export const NO_FILTER: MapFilter = { countries: [], theme: null, type: null, programme: null, status: null };

type Given = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Reads the query of an address: `country=DE` or `country=DE-TR`, `theme`, `type`, `programme`, `status`.
 *
 * @param given - untrusted; of a key that stands several times the first value counts
 */
export function readMapQuestion(given: Given): MapQuestion {
  const read = { country: countriesOf, theme: slugOf, type: typeOf, programme: slugOf, status: statusOf };
  const ignored: string[] = [];
  const valueOf = <T>(key: string, parse: (text: string) => T | null): T | null => {
    const values = [given[key] ?? []].flat().filter((text) => text !== '');
    const value = values[0] === undefined ? null : parse(values[0]);
    if (values.length > 1 || (values.length === 1 && value === null)) ignored.push(key);
    return value;
  };
  const filter = {
    countries: valueOf('country', read.country) ?? [],
    theme: valueOf('theme', read.theme),
    type: valueOf('type', read.type),
    programme: valueOf('programme', read.programme),
    status: valueOf('status', read.status),
  };
  for (const key of Object.keys(given)) if (!Object.hasOwn(read, key)) ignored.push(key);
  return { filter, ignored };
}

/** What an address asks for such a map, by the names of its query. */
export function askMap({ countries, ...words }: MapFilter): Record<string, string> {
  const asked = Object.entries({ country: countries.join('-'), ...words });
  return Object.fromEntries(asked.flatMap(([key, value]) => (value === null || value === '' ? [] : [[key, value]])));
}

/** The address of a map with that filter, without language prefix. */
export function mapPath(filter: MapFilter): `/map${string}` {
  const query = new URLSearchParams(askMap(filter));
  return query.size === 0 ? '/map' : `/map?${query.toString()}`;
}

function countriesOf(text: string): string[] | null {
  const codes = text.slice(0, 6).split('-');
  return text.length <= 5 && codes.every((code) => COUNTRY_CODES.includes(code)) ? codes.toSorted() : null;
}

function slugOf(text: string): string | null {
  return slugField().safeParse(text).success ? text : null;
}

function typeOf(text: string): string | null {
  return PARTNERSHIP_TYPES.some((type) => type === text) ? text : null;
}

function statusOf(text: string): string | null {
  return PARTNERSHIP_STATUSES.some((status) => status === text) ? text : null;
}
