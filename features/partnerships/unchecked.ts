import type { PartnershipStatus } from '#features/vocabulary/model.ts';

/**
 * Whether all that is known of a partnership came from data sets and nobody has looked at it since: then the page says so
 * before anything else, and so does each list.
 */
export function isUnchecked({ isImported }: { isImported: boolean }, status: PartnershipStatus): boolean {
  return isImported && status === 'unknown';
}
