/** What a reader asked of a page, in one form whatever the order and the spelling it came in. */
export type CanonicalQuery =
  /** Empty where nothing was asked that the page knows. */
  { isReadable: true; search: string } | { isReadable: false };

/** A question of 200 Arabic letters and a place in a list by its title, both escaped. */
const LENGTH_MAX = 4096;
const VALUES_MAX = 40;
const VALUE_LENGTH_MAX = 200;
/** A place in a list holds a title. */
const PLACE_LENGTH_MAX = 1200;
const PLACES = new Set(['after', 'before']);
const UNREADABLE = { isReadable: false } as const;

/**
 * Reads the query of an address. Only the keys that the page knows are left, sorted, without empty values and without the
 * same value twice, so that one question is drawn and kept once.
 *
 * @param search - with its question mark, or empty; untrusted
 * @param keys - what the page can be asked; `null` lets every key through
 * @returns what is absurd in length or number is not readable
 */
export function readQuery(search: string, keys: readonly string[] | null): CanonicalQuery {
  if (search.length > LENGTH_MAX) return UNREADABLE;
  const known = keys === null ? null : new Set(keys);
  const asked = [...new URLSearchParams(search)]
    .map(([key, value]): [string, string] => [key, value.trim()])
    .filter(([key, value]) => value !== '' && (known === null || known.has(key)));
  if (asked.length > VALUES_MAX || asked.some(isTooLong)) return UNREADABLE;
  const sorted = asked.toSorted((one, other) => compare(one[0], other[0]) || compare(one[1], other[1]));
  const unique = sorted.filter(([key, value], at) => key !== sorted[at - 1]?.[0] || value !== sorted[at - 1]?.[1]);
  const canonical = new URLSearchParams(unique).toString();
  return { isReadable: true, search: canonical === '' ? '' : `?${canonical}` };
}

function isTooLong([key, value]: readonly [string, string]): boolean {
  return value.length > (PLACES.has(key) ? PLACE_LENGTH_MAX : VALUE_LENGTH_MAX);
}

/** By code units: the same on every machine. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
