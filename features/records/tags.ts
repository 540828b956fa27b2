import type { KindName } from './model.ts';

/** The tag of every page that shows anything of a record. */
export function recordTag(id: string): string {
  return `record:${id}`;
}

/** The tag of every page that lists or counts records of a kind. */
export function listTag(kind: KindName): string {
  return `list:${kind}`;
}
