import type { Evidence } from '#features/records/fact-evidence.ts';
import type { StatusBasis } from './status-basis.ts';

/**
 * Whether all that is known of a partnership came from data sets and nobody has looked at it since: then the page says so
 * before anything else.
 */
export function isUnchecked({ sources, claims }: Evidence, { status }: StatusBasis): boolean {
  if (status !== 'unknown' || sources.length === 0) return false;
  return sources.every(({ kind }) => kind === 'dataset') && claims.every(({ checkedOn }) => checkedOn === null);
}
