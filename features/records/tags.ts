import type { KindName } from './model.ts';

/** The tag of every page that shows anything of a record. */
export function recordTag(id: string): string {
  return `record:${id}`;
}

/** The tag of every page that lists or counts records of a kind. */
export function listTag(kind: KindName): string {
  return `list:${kind}`;
}

/**
 * The tag of every page that shows what lies in a country: its places, and their partnerships with the names of all sides.
 *
 * @param code - two capital letters
 */
export function countryTag(code: string): string {
  return `country:${code}`;
}

/** Next keeps 128 tags a page and drops the rest in silence; a page has two such lists at most, and some tags of its own. */
const RECORDS_MAX = 50;

/** The tags of records that a page shows beside its own; of many the one tag of their list instead. */
export function recordTags(kind: KindName, records: readonly { id: string }[]): string[] {
  return records.length > RECORDS_MAX ? [listTag(kind)] : records.map(({ id }) => recordTag(id));
}
