import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { countCompleteness } from '#features/insights/queries/count-completeness.ts';
import { NOTHING_ASKED } from '#features/partnerships/list-question.ts';
import { countFacets } from '#features/partnerships/queries/count-facets.ts';
import { DateText } from '#features/records/components/date-text.tsx';
import { listTag } from '#features/records/tags.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { tagPage } from '#platform/page-tags.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ListHead } from '../_components/list-head.tsx';
import { pageMetadata } from '../_components/page-metadata.ts';
import { PublicFrame } from '../_components/public-frame.tsx';
import { FreshnessParts } from './_components/freshness-parts.tsx';

export const revalidate = false;

export function generateStaticParams() {
  return [];
}

const PATH = '/freshness';

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Freshness')]);
  return pageMetadata({ path: PATH, locale, title: t('title'), description: t('description') });
}

export default async function FreshnessPage() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Freshness')]);
  const day = siteDayOf(new Date());
  const completeness = await countCompleteness(day);
  const facets = await countFacets(NOTHING_ASKED, { locale, day });
  return (
    <PublicFrame path={PATH}>
      {await tagPage(locale, [listTag('partnership'), listTag('place')])}
      <div className="page-width page-main">
        <ListHead count={t.rich('asOf', { date: () => <DateText date={day} /> })} title={t('title')} />
        <p className="lead list-lead">{t('description')}</p>
        {completeness.partnerships === 0 ? (
          <EmptyState title={t('empty')}>
            <p>{t('emptyText')}</p>
          </EmptyState>
        ) : (
          <FreshnessParts completeness={completeness} languages={facets.language} statuses={facets.status} />
        )}
      </div>
    </PublicFrame>
  );
}
