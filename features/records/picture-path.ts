import { slug as slugField } from './fields.ts';
import type { KindName } from './model.ts';
import { publicPath } from './public-path.ts';

/** The picture of the front page, without language prefix. */
export const HOME_PICTURE = '/pictures/home.png';

/** The picture of every page that has none of its own, without language prefix. */
export const SITE_PICTURE = '/pictures/site.png';

/** The kinds whose records have a picture of their own. */
export const KINDS_WITH_PICTURES = ['partnership', 'place', 'story'] as const satisfies readonly KindName[];

/** A record with a picture, if there is such a record. */
export interface PicturedRecord {
  kind: (typeof KINDS_WITH_PICTURES)[number];
  slug: string;
}

/** Where the picture of a page stands: one address for each page that has its own, the common one for all others. */
export function picturePath(path: string): string {
  if (path === '/') return HOME_PICTURE;
  const isPictured = KINDS_WITH_PICTURES.some((kind) => path.startsWith(publicPath(kind, '')));
  return isPictured ? `/pictures${path}.png` : SITE_PICTURE;
}

/**
 * The record whose picture may stand at an address; `null` where nothing of the kind can stand there.
 *
 * @param path - without language prefix; untrusted
 */
export function pageOfPicture(path: string): PicturedRecord | null {
  const page = /^\/pictures(\/[a-z]+\/[^/]+)\.png$/u.exec(path)?.[1];
  if (page === undefined) return null;
  for (const kind of KINDS_WITH_PICTURES) {
    const base = publicPath(kind, '');
    const slug = page.slice(base.length);
    if (page.startsWith(base) && slugField().safeParse(slug).success) return { kind, slug };
  }
  return null;
}
