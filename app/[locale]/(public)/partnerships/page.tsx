import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { partnershipListTags } from '#features/partnerships/cached.ts';
import { PartnershipEntry } from '#features/partnerships/components/partnership-entry.tsx';
import { listPublishedPartnerships } from '#features/partnerships/queries/list-published-partnerships.ts';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { tagPage } from '#platform/page-tags.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ListHead } from '../_components/list-head.tsx';
import { pageMetadata } from '../_components/page-metadata.ts';
import { PublicFrame } from '../_components/public-frame.tsx';

export const revalidate = false;

export function generateStaticParams() {
  return [];
}

const PATH = '/partnerships';

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Partnerships')]);
  return pageMetadata({ path: PATH, locale, title: t('title'), description: t('description') });
}

export default async function PartnershipsPage() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Partnerships')]);
  const partnerships = await listPublishedPartnerships(locale);
  const day = siteDayOf(new Date());
  const count = partnerships.length;
  return (
    <PublicFrame path={PATH}>
      {await tagPage(locale, partnershipListTags())}
      <div className="page-width page-main">
        <ListHead count={t('count', { count, n: numberInDigits(count, locale) })} title={t('title')} />
        {count === 0 ? (
          <EmptyState title={t('empty')}>
            <p>{t('emptyText')}</p>
          </EmptyState>
        ) : (
          <ul className="stack">
            {partnerships.map((partnership) => (
              <li key={partnership.id}>
                <PartnershipEntry day={day} partnership={partnership} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </PublicFrame>
  );
}
