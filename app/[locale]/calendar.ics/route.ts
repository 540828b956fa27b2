import { getTranslations } from 'next-intl/server';
import { writeCalendar } from '#features/feeds/calendar.ts';
import { listDatedAgreements } from '#features/feeds/queries/list-dates.ts';
import { publicPath } from '#features/records/public-path.ts';
import { listTag } from '#features/records/tags.ts';
import { wholeAddress } from '#features/settings/site-address.ts';
import { isLocale, localisePath } from '#i18n/locales.ts';
import { messagesTag } from '#platform/page-tags.tsx';
import { plainIsolate } from '#ui/plain-isolate.ts';
import { fileAnswer } from '../../_components/file-answer.ts';

export const dynamic = 'force-dynamic';

const AGREEMENTS_MAX = 2000;

/** Anniversaries and ends of agreements, in one language. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const { locale } = await params;
  if (!isLocale(locale)) return new Response(null, { status: 404 });
  const [t, agreements] = await Promise.all([
    getTranslations({ locale, namespace: 'Feeds' }),
    listDatedAgreements(locale, AGREEMENTS_MAX),
  ]);
  const calendar = writeCalendar(agreements, {
    words: {
      name: t('calendar'),
      anniversary: ({ title }) => t('anniversary', { title: plainIsolate(title) }),
      expiry: ({ title }) => t('expiry', { title: plainIsolate(title) }),
    },
    host: new URL(wholeAddress('/')).host,
    pageOf: (slug) => wholeAddress(localisePath(locale, publicPath('partnership', slug))),
  });
  return fileAnswer(calendar, 'text/calendar; charset=utf-8', [listTag('partnership'), messagesTag(locale)]);
}
