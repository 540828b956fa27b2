import { KINDS_WITH_PAGES } from '#features/records/public-pages.ts';
import { listTag } from '#features/records/tags.ts';

/** Whatever opens, moves or closes an address. */
export function sitemapTags(): string[] {
  return KINDS_WITH_PAGES.map((kind) => listTag(kind));
}
