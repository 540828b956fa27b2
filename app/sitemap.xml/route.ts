import { countSitemapParts } from '#features/feeds/queries/list-sitemap-entries.ts';
import { writeSitemapIndex } from '#features/feeds/sitemap.ts';
import { wholeAddress } from '#features/settings/site-address.ts';
import { fileAnswer } from '../_components/file-answer.ts';
import { sitemapTags } from '../_components/sitemap-tags.ts';

export const dynamic = 'force-dynamic';

/** The parts of the site map. */
export async function GET(): Promise<Response> {
  const parts = await countSitemapParts();
  return fileAnswer(writeSitemapIndex(parts, wholeAddress), 'application/xml; charset=utf-8', sitemapTags());
}
