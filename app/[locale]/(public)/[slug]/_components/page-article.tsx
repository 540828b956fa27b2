import { useLocale, useTranslations } from 'next-intl';
import type { PublishedPage } from '#features/pages/queries/find-published-page.ts';
import { DateText } from '#features/records/components/date-text.tsx';
import { PublishedText } from '#features/records/components/published-text.tsx';
import { readPublishedText } from '#features/records/published-rich-text.ts';
import { DIRECTION, localisePath } from '#i18n/locales.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { Breadcrumb } from '#ui/breadcrumb.tsx';
import { isolateRuns } from '#ui/isolate-runs.tsx';
import { RecordLead } from '../../_components/record-lead.tsx';

/** A page about the register; one in easy language is set larger and says so. */
export function PageArticle({ page: { body, isEasy, lead, publishedAt, textLocale, title, titles } }: ArticleProps) {
  const t = useTranslations();
  const locale = useLocale();
  const isForeign = textLocale !== locale;
  const crumbs = [
    { key: 'home', text: t('Navigation.home'), href: localisePath(locale, '/') },
    { key: 'here', text: <bdi lang={isForeign ? textLocale : undefined}>{title}</bdi> },
  ];
  return (
    <>
      <Breadcrumb crumbs={crumbs} label={t('Navigation.breadcrumb')} />
      <article className={isEasy ? 'easy-text' : undefined}>
        <header className="story-head">
          {isEasy ? <p className="kicker">{t('Pages.easy')}</p> : null}
          <h1 dir={isForeign ? DIRECTION[textLocale] : undefined} lang={isForeign ? textLocale : undefined}>
            {isolateRuns(title, textLocale)}
          </h1>
        </header>
        <RecordLead lead={lead} textLocale={textLocale} titles={titles} />
        <PublishedText blocks={readPublishedText(body)} evidence={{ sources: [] }} locale={textLocale} />
        <p className="small muted">
          {t.rich('Pages.updated', { date: () => <DateText date={siteDayOf(new Date(publishedAt))} /> })}
        </p>
      </article>
    </>
  );
}

interface ArticleProps {
  page: PublishedPage;
}
