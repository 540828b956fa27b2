import { getLocale, getTranslations } from 'next-intl/server';
import { localisePath } from '#i18n/locales.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Wordmark } from '#ui/wordmark.tsx';

/** What a link to drafts shows that has ended, was taken back, or never was. */
export default async function EndedPreview() {
  const [locale, t, site] = await Promise.all([getLocale(), getTranslations('Preview'), getTranslations('Common')]);
  return (
    <main className="page-width page-main" id="main">
      <Wordmark href={localisePath(locale, '/')} name={site('siteName')} />
      <EmptyState
        actions={<LinkButton href={localisePath(locale, '/')}>{t('toSite')}</LinkButton>}
        level={1}
        title={t('endedTitle')}
      >
        <p>{t('endedText')}</p>
      </EmptyState>
    </main>
  );
}
