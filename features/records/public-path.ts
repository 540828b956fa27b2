import type { KindName } from './model.ts';

const BASE = {
  organisation: '/organisations',
  page: '',
  partnership: '/partnerships',
  place: '/places',
  programme: '/programmes',
  story: '/stories',
  theme: '/themes',
} as const satisfies Record<KindName, '' | `/${string}`>;

/** Where a country stands before the public, without language prefix; no record stands for it. */
export function countryPath(code: string): `/${string}` {
  return `/countries/${code.toLowerCase()}`;
}

/**
 * The country whose page stands at a path.
 *
 * @param path - without language prefix; untrusted
 * @returns two capital letters, whether or not a country has them; `null` for any other path
 */
export function countryAt(path: string): string | null {
  return /^\/countries\/([a-z]{2})$/u.exec(path)?.[1]?.toUpperCase() ?? null;
}

/** The permanent short address of a record, without language prefix. */
export function refPath(ref: string): `/r/${string}` {
  return `/r/${ref}`;
}

/** Where a record stands before the public, without language prefix. */
export function publicPath(kind: KindName, slug: string): `/${string}` {
  return `${BASE[kind]}/${slug}`;
}
