import { type Cursor, type PagePlace, readAddress } from '#features/records/list-cursor.ts';
import type { Locale } from '#i18n/locales.ts';
import { sortingOf } from './internal/sort-keys.ts';
import type { Sort } from './model.ts';
import { type Asked, type QuestionFault, sortText } from './question.ts';

/** Where a list begins. */
export const AT_START: PagePlace = { after: null, before: null };

/**
 * The place from which a page of a list goes on. A place belongs to the order in which it was found.
 *
 * @param asked - untrusted
 */
export function readListPlace(
  asked: Asked,
  { sort, locale }: { sort: Sort; locale: Locale },
): { place: PagePlace; faults: QuestionFault[] } {
  const { readPlace, ignored } = readAddress(asked);
  const read = readPlace();
  const place = { after: ownKey(read.after, { sort, locale }), before: ownKey(read.before, { sort, locale }) };
  const isLost = ignored().length > 0 || (read.after ?? read.before) !== null;
  const isFound = (place.after ?? place.before) !== null;
  const parameter = read.before === null && !isGiven(asked, 'before') ? 'after' : 'before';
  return { place, faults: isLost && !isFound ? [{ parameter, value: '', reason: 'value' }] : [] };
}

/** A place as the address writes it, with the order that it belongs to. */
export function placeIn(sort: Sort, { key, id }: Cursor): Cursor {
  return { key: `${sortText(sort)}:${key}`, id };
}

/** The place as a query wants it, of one that a page of the same order ended with. */
export function inOwnOrder(sort: Sort, { key, id }: Cursor): Cursor {
  return { key: key.slice(sortText(sort).length + 1), id };
}

/** @returns the place with the bare key; `null` where it was found in another order, or is no place */
function ownKey(cursor: Cursor | null, { sort, locale }: { sort: Sort; locale: Locale }): Cursor | null {
  const order = `${sortText(sort)}:`;
  if (cursor?.key.startsWith(order) !== true) return null;
  const key = cursor.key.slice(order.length);
  return sortingOf(sort.key, locale).written.safeParse(key).success ? { key, id: cursor.id } : null;
}

function isGiven(asked: Asked, key: string): boolean {
  return (asked[key] ?? '') !== '';
}
