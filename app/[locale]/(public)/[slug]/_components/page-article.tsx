import { useLocale, useTranslations } from 'next-intl';
import type { PublishedPage } from '#features/pages/queries/find-published-page.ts';
import { DateText } from '#features/records/components/date-text.tsx';
import { PublishedText } from '#features/records/components/published-text.tsx';
import { readPublishedText } from '#features/records/published-rich-text.ts';
import { DIRECTION } from '#i18n/locales.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { isolateRuns } from '#ui/isolate-runs.tsx';
import { ListCrumbs } from '../../_components/list-crumbs.tsx';
import { RecordLead } from '../../_components/record-lead.tsx';

/** A page about the register; one in easy language is set larger and says so. */
export function PageArticle({ page: { body, isEasy, lead, publishedAt, textLocale, title, titles } }: ArticleProps) {
  const t = useTranslations('Pages');
  const locale = useLocale();
  const isForeign = textLocale !== locale;
  return (
    <>
      <ListCrumbs title={<bdi lang={isForeign ? textLocale : undefined}>{title}</bdi>} />
      <article className={isEasy ? 'easy-text' : undefined}>
        <header className="story-head">
          {isEasy ? <p className="kicker">{t('easy')}</p> : null}
          <h1 dir={isForeign ? DIRECTION[textLocale] : undefined} lang={isForeign ? textLocale : undefined}>
            {isolateRuns(title, textLocale)}
          </h1>
        </header>
        <RecordLead hasBody lead={lead} textLocale={textLocale} titles={titles} />
        <PublishedText blocks={readPublishedText(body)} evidence={{ sources: [] }} locale={textLocale} />
        <p className="small muted">
          {t.rich('updated', { date: () => <DateText date={siteDayOf(new Date(publishedAt))} /> })}
        </p>
      </article>
    </>
  );
}

interface ArticleProps {
  page: PublishedPage;
}
