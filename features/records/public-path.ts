import type { KindName } from './model.ts';

const BASE = {
  organisation: '/organisations',
  partnership: '/partnerships',
  place: '/places',
  programme: '/programmes',
  story: '/stories',
  theme: '/themes',
} as const satisfies Record<KindName, `/${string}`>;

/** Where a record stands before the public, without language prefix. */
export function publicPath(kind: KindName, slug: string): `/${string}` {
  return `${BASE[kind]}/${slug}`;
}
