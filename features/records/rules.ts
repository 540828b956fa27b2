import type { RuleBreach } from './kind.ts';
import { itemsOf } from './claims.ts';
import type { Content } from './model.ts';
import { firstDayOf, lastDayOf, parsePartialDate } from './partial-date.ts';

/**
 * Dates of something that has happened, but lie after today.
 *
 * @param prefix - the path of the item, such as `agreements.0.`
 * @param today - the calendar day in the site's zone
 */
export function findFutureDates(item: Content, names: readonly string[], { prefix = '', today = '' }): RuleBreach[] {
  return names
    .filter((name) => isDate(item[name]) && firstDayOf(item[name]) > today)
    .map((name) => ({ path: `${prefix}${name}`, reason: 'dateFuture', blocks: 'save' }));
}

/** An end that lies before its start, taking each date as late or early as it can mean. */
export function findEndBeforeStart(item: Content, [start, end]: readonly [string, string], prefix = ''): RuleBreach[] {
  const from = item[start];
  const until = item[end];
  if (!isDate(from) || !isDate(until) || lastDayOf(until) >= firstDayOf(from)) return [];
  return [{ path: `${prefix}${end}`, reason: 'endBeforeStart', blocks: 'save' }];
}

/** What is wrong with the dates of sources and claims: nobody has read or checked anything tomorrow. */
export function findEvidenceBreaches(facts: Content, today: string): RuleBreach[] {
  const dates = { sources: ['publishedOn', 'retrievedOn'], claims: ['retrievedOn', 'checkedOn'] } as const;
  return Object.entries(dates).flatMap(([list, names]) =>
    itemsOf(facts[list]).flatMap((item, index) => findFutureDates(item, names, { prefix: `${list}.${index}.`, today })),
  );
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && parsePartialDate(value) !== null;
}
