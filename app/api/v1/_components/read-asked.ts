import { type Cursor, writeCursor } from '#features/records/list-cursor.ts';
import { keyFaults, languageFaults, languageOf, limitOf, type ParameterFault } from './answers.ts';

/** The forms of an answer; the first is the usual one. */
export const FORMATS = ['json', 'csv', 'geojson'] as const;

/** A form of an answer. */
export type Format = (typeof FORMATS)[number];

/** How many records a page has. */
export const LIMIT = { usual: 50, most: 100 };

/** What every question may have beside its filters. */
export const COMMON_KEYS = ['locale', 'limit', 'format'] as const;

/** Filters and the rest of a question that take one value; the others take several. */
const SINGLE_FILTERS: ReadonlySet<string> = new Set(['after', 'before', 'from', 'to', 'sort', 'letter']);

/** What is asked of a list, as the readers of questions take it. */
export function valuesByKey(asked: URLSearchParams): Record<string, string[]> {
  return Object.fromEntries([...new Set(asked.keys())].map((key) => [key, asked.getAll(key)]));
}

/** The form that is asked for; `null` where it is none. */
export function formatOf(asked: URLSearchParams, possible: readonly Format[] = FORMATS): Format | null {
  const given = asked.get('format') ?? 'json';
  return possible.find((format) => format === given) ?? null;
}

/**
 * What cannot be read in a question. A program is told so instead of being given an answer to another question.
 *
 * @param keys - what may be asked beside the common keys
 * @param ignored - values that mean nothing
 */
export function faultsOf(
  asked: URLSearchParams,
  { keys, ignored }: { keys: readonly string[]; ignored: readonly string[] },
): ParameterFault[] {
  const several = keys.filter((key) => !SINGLE_FILTERS.has(key));
  const single = [...COMMON_KEYS, ...keys.filter((key) => SINGLE_FILTERS.has(key))];
  const odd = [...asked].filter(([key, value]) => keys.includes(key) && ignored.includes(value.trim()));
  const faults: ParameterFault[] = [
    ...keyFaults(asked, { single, several }),
    ...[...new Set(odd.map(([key]) => key))].map((name) => ({ name, reason: 'unknown' as const })),
  ];
  if (limitOf(asked, LIMIT) === null) faults.push({ name: 'limit', reason: 'limit' });
  if (formatOf(asked) === null) faults.push({ name: 'format', reason: 'unknown' });
  return [...languageFaults(asked), ...faults];
}

/** The address of the page that goes on, relative to the host. */
export function nextAddress(request: Request, next: Cursor | null): string | null {
  if (next === null) return null;
  const { pathname, searchParams } = new URL(request.url);
  searchParams.delete('before');
  searchParams.set('after', writeCursor(next));
  return `${pathname}?${searchParams.toString()}`;
}

/** The common part of a question. */
export function readCommon(request: Request) {
  const asked = new URL(request.url).searchParams;
  const limit = limitOf(asked, LIMIT) ?? LIMIT.usual;
  return { asked, locale: languageOf(asked), limit, format: formatOf(asked) ?? 'json' };
}
