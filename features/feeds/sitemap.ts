import { DEFAULT_LOCALE, LOCALES, localisePath } from '#i18n/locales.ts';
import type { SitemapEntry } from './queries/list-sitemap-entries.ts';
import { escapeXml } from './xml.ts';

type Whole = (path: string) => string;

/** The index of the site map: one address for each part. */
export function writeSitemapIndex(parts: number, whole: Whole): string {
  const all = Array.from({ length: parts }, (_unused, at) => `/sitemaps/${String(at + 1)}.xml`);
  const lines = all.map((path) => `<sitemap><loc>${escapeXml(whole(path))}</loc></sitemap>`);
  return `${HEAD}<sitemapindex xmlns="${NAMESPACE}">\n${lines.join('\n')}\n</sitemapindex>\n`;
}

/**
 * One part of the site map, each address in all its languages and naming the others.
 *
 * @param standing - pages that are there in every language
 */
export function writeSitemap(entries: readonly SitemapEntry[], standing: readonly string[], whole: Whole): string {
  const all = [...standing.map((path) => ({ path, locales: [...LOCALES], changedAt: null })), ...entries];
  const lines = all.flatMap(({ path, locales, changedAt }) => {
    const addresses = locales.map((locale) => ({ locale, href: escapeXml(whole(localisePath(locale, path))) }));
    const first = escapeXml(whole(localisePath(DEFAULT_LOCALE, path)));
    const others = [...addresses, { locale: 'x-default', href: first }]
      .map(({ locale, href }) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${href}"/>`)
      .join('');
    const changed = changedAt === null ? '' : `<lastmod>${changedAt}</lastmod>`;
    return addresses.map(({ href }) => `<url><loc>${href}</loc>${changed}${others}</url>`);
  });
  return `${HEAD}<urlset xmlns="${NAMESPACE}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${lines.join('\n')}\n</urlset>\n`;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
