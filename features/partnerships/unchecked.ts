import { yearsBefore } from '#features/records/partial-date.ts';
import type { PartnershipStatus } from '#features/vocabulary/model.ts';

/**
 * Whether all that is known of a partnership came from data sets and nobody has looked at it since: then the page says so
 * before anything else, and so does each list.
 */
export function isUnchecked({ isImported }: { isImported: boolean }, status: PartnershipStatus): boolean {
  return isImported && status === 'unknown';
}

/** Who was not checked for so long may have changed. */
const CHECKED_YEARS = 2;

/**
 * From which day on a check counts: what nobody has checked since wants checking again.
 *
 * @param day - the calendar day for which that is asked, `YYYY-MM-DD`
 */
export function checkedSince(day: string): string {
  return yearsBefore(day, CHECKED_YEARS);
}
