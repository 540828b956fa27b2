import type { KindName } from '#features/records/model.ts';

/** The part of an address in the desk that lists the records of a kind. */
const LIST_SEGMENT = {
  partnership: 'partnerships',
  place: 'places',
  organisation: 'organisations',
  programme: 'programmes',
  theme: 'themes',
  story: 'stories',
  page: 'pages',
} as const satisfies Record<KindName, string>;

/** The kinds in the order in which the desk names them. */
export const LISTED_KINDS = [
  'partnership',
  'place',
  'organisation',
  'programme',
  'theme',
  'story',
  'page',
] as const satisfies KindName[];

/** The kind that a part of an address lists; `null` where it is none. */
export function kindOfSegment(segment: string): KindName | null {
  return LISTED_KINDS.find((kind) => LIST_SEGMENT[kind] === segment) ?? null;
}

/** The address of the list of a kind, without language prefix. */
export function listPath(kind: KindName): `/dashboard${string}` {
  return `/dashboard/${LIST_SEGMENT[kind]}`;
}

/** The address of a record in the desk, without language prefix. */
export function recordPath(ref: string): `/dashboard/records/${string}` {
  return `/dashboard/records/${ref}`;
}
