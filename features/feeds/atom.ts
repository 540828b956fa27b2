import type { Locale } from '#i18n/locales.ts';
import type { NewsItem } from './queries/list-news.ts';
import { escapeXml } from './xml.ts';

/** What stands at the head of a feed. */
export interface FeedHead {
  locale: Locale;
  title: string;
  subtitle: string;
  author: string;
  licence: string;
  /** Whole addresses of the feed and of the page it belongs to. */
  self: string;
  page: string;
}

/** A piece of news with the whole addresses of its page, and the one that never changes. */
export interface FeedEntry {
  item: NewsItem;
  href: string;
  permanent: string;
}

/** The beginning of the time that a feed without entries tells of. */
const NEVER = '1970-01-01T00:00:00Z';

/** A feed in Atom (RFC 4287). */
export function writeAtom(head: FeedHead, entries: readonly FeedEntry[]): string {
  const { locale, title, subtitle, author, licence, self, page } = head;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">`,
    `<id>${escapeXml(self)}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<subtitle>${escapeXml(subtitle)}</subtitle>`,
    `<author><name>${escapeXml(author)}</name></author>`,
    `<rights>${escapeXml(licence)}</rights>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
    `<link rel="alternate" type="text/html" hreflang="${locale}" href="${escapeXml(page)}"/>`,
    `<updated>${entries[0]?.item.changedAt ?? NEVER}</updated>`,
    ...entries.map((entry) => writeEntry(entry)),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}

function writeEntry({ item, href, permanent }: FeedEntry): string {
  const { title, lead, textLocale, changedAt } = item;
  const summary = lead === null ? '' : `<summary>${escapeXml(lead)}</summary>`;
  return [
    `<entry xml:lang="${textLocale}">`,
    `<id>${escapeXml(permanent)}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(href)}"/>`,
    `<updated>${changedAt}</updated>`,
    summary,
    '</entry>',
  ].join('');
}
