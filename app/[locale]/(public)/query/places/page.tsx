import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { placeListTags } from '#features/places/cached.ts';
import { askPlaces, readPlaceQuestion } from '#features/places/list-question.ts';
import { findPlacePage } from '#features/places/queries/find-place-page.ts';
import { tagPage } from '#platform/page-tags.tsx';
import type { Question } from '#ui/address-with.ts';
import { pageMetadata } from '../../_components/page-metadata.ts';
import { PublicFrame } from '../../_components/public-frame.tsx';
import { PLACES_PER_PAGE, PlaceListView } from '../../places/_components/place-list-view.tsx';

export const dynamic = 'force-dynamic';

const PATH = '/places';

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Places')]);
  return pageMetadata({ path: PATH, locale, title: t('title'), description: t('description'), isAnswer: true });
}

export default async function PlacesAnswerPage({ searchParams }: { searchParams: Promise<Question> }) {
  const [asked, locale] = await Promise.all([searchParams, getLocale()]);
  const question = readPlaceQuestion(asked);
  const page = await findPlacePage(question, { locale, size: PLACES_PER_PAGE });
  return (
    <PublicFrame path={PATH} question={askPlaces(question)}>
      {await tagPage(locale, placeListTags())}
      <PlaceListView page={page} question={question} />
    </PublicFrame>
  );
}
