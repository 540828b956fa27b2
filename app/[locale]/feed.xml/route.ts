import { getTranslations } from 'next-intl/server';
import { writeAtom } from '#features/feeds/atom.ts';
import { listNews } from '#features/feeds/queries/list-news.ts';
import { publicPath } from '#features/records/public-path.ts';
import { listTag } from '#features/records/tags.ts';
import { wholeAddress } from '#features/settings/site-address.ts';
import { isLocale, localisePath } from '#i18n/locales.ts';
import { messagesTag } from '#platform/page-tags.tsx';
import { fileAnswer } from '../../_components/file-answer.ts';

export const dynamic = 'force-dynamic';

const ENTRIES_MAX = 50;

/** What is new and what has changed, in one language. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const [t, site, news] = await Promise.all([
    getTranslations({ locale, namespace: 'Feeds' }),
    getTranslations({ locale, namespace: 'Common' }),
    listNews(locale, ENTRIES_MAX),
  ]);
  const whole = (path: string) => wholeAddress(localisePath(locale, path));
  const head = {
    locale,
    title: t('title', { site: site('siteName') }),
    subtitle: site('siteDescription'),
    author: site('siteName'),
    licence: 'CC BY 4.0',
    self: whole('/feed.xml'),
    page: whole('/'),
  };
  const entries = news.map((item) => ({
    item,
    href: whole(publicPath(item.kind, item.slug)),
    permanent: wholeAddress(`/r/${item.ref}`),
  }));
  const tags = [listTag('partnership'), listTag('story'), messagesTag(locale)];
  return fileAnswer(writeAtom(head, entries), 'application/atom+xml; charset=utf-8', tags);
}
