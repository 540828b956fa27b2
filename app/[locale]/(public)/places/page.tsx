import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { placeListTags } from '#features/places/cached.ts';
import { PlaceList } from '#features/places/components/place-list.tsx';
import { listPublishedPlaces } from '#features/places/queries/list-published-places.ts';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { tagPage } from '#platform/page-tags.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { networkSeal } from '#ui/seal-geometry.ts';
import { ListHead } from '../_components/list-head.tsx';
import { pageMetadata } from '../_components/page-metadata.ts';
import { PublicFrame } from '../_components/public-frame.tsx';

export const revalidate = false;

export function generateStaticParams() {
  return [];
}

const PATH = '/places';

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Places')]);
  return pageMetadata({ path: PATH, locale, title: t('title'), description: t('description') });
}

export default async function PlacesPage() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Places')]);
  const places = await listPublishedPlaces(locale);
  const count = places.length;
  return (
    <PublicFrame path={PATH}>
      {await tagPage(locale, placeListTags())}
      <div className="page-width page-main">
        <ListHead count={t('count', { count, n: numberInDigits(count, locale) })} title={t('title')} />
        {count === 0 ? (
          <EmptyState shape={networkSeal(1)} title={t('empty')}>
            <p>{t('emptyText')}</p>
          </EmptyState>
        ) : (
          <PlaceList places={places} />
        )}
      </div>
    </PublicFrame>
  );
}
