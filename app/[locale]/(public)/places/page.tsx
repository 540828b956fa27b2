import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { placeListTags } from '#features/places/cached.ts';
import { readPlaceQuestion } from '#features/places/list-question.ts';
import { findPlacePage } from '#features/places/queries/find-place-page.ts';
import { tagPage } from '#platform/page-tags.tsx';
import { pageMetadata } from '../_components/page-metadata.ts';
import { PublicFrame } from '../_components/public-frame.tsx';
import { PLACES_PER_PAGE, PlaceListView } from './_components/place-list-view.tsx';

export const revalidate = false;

export function generateStaticParams() {
  return [];
}

const PATH = '/places';
const NOTHING_ASKED = readPlaceQuestion({});

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Places')]);
  return pageMetadata({ path: PATH, locale, title: t('title'), description: t('description') });
}

export default async function PlacesPage() {
  const locale = await getLocale();
  const page = await findPlacePage(NOTHING_ASKED, { locale, size: PLACES_PER_PAGE });
  return (
    <PublicFrame path={PATH}>
      {await tagPage(locale, placeListTags())}
      <PlaceListView page={page} question={NOTHING_ASKED} />
    </PublicFrame>
  );
}
