import type { KindName } from '#features/records/model.ts';

/** The kinds that other records point to, so that two of one thing can become one. */
export const MERGED_KINDS: ReadonlySet<KindName> = new Set(['organisation', 'place', 'programme', 'theme']);
