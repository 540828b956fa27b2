import { getTranslations } from 'next-intl/server';
import { DEFAULT_LOCALE, DIRECTION } from '#i18n/locales.ts';
import { messagesTag } from '#platform/page-tags.tsx';
import { COLOURS } from '#ui/tokens.ts';
import { fileAnswer } from '../_components/file-answer.ts';

export const dynamic = 'force-dynamic';

/** What a phone needs to keep the site among its applications. */
export async function GET(): Promise<Response> {
  const locale = DEFAULT_LOCALE;
  const t = await getTranslations({ locale, namespace: 'Common' });
  const manifest = {
    id: '/',
    name: t('siteName'),
    short_name: t('siteName'),
    description: t('siteDescription'),
    lang: locale,
    dir: DIRECTION[locale],
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    background_color: COLOURS.paper.light,
    theme_color: COLOURS.deep.light,
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
  };
  return fileAnswer(JSON.stringify(manifest), 'application/manifest+json; charset=utf-8', [messagesTag(locale)]);
}
