import { countSitemapParts, listSitemapEntries } from '#features/feeds/queries/list-sitemap-entries.ts';
import { writeSitemap } from '#features/feeds/sitemap.ts';
import { STANDING_PAGES } from '#features/records/public-pages.ts';
import { wholeAddress } from '#features/settings/site-address.ts';
import { fileAnswer } from '../../_components/file-answer.ts';
import { sitemapTags } from '../../_components/sitemap-tags.ts';

export const dynamic = 'force-dynamic';

/** One part of the site map: `/sitemaps/1.xml`. */
export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  const part = Number(/^([1-9]\d{0,3})\.xml$/u.exec((await params).part)?.[1] ?? 0);
  if (part === 0 || part > (await countSitemapParts())) return new Response(null, { status: 404 });
  const entries = await listSitemapEntries(part);
  const standing = part === 1 ? STANDING_PAGES : [];
  return fileAnswer(writeSitemap(entries, standing, wholeAddress), 'application/xml; charset=utf-8', sitemapTags());
}
