import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { readMapQuestion } from '#features/map/map-filter.ts';
import { MapView } from '../../_components/map-view.tsx';
import { pageMetadata } from '../../_components/page-metadata.ts';

export const dynamic = 'force-dynamic';

interface MapQueryPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A filtered map is another view of the plain one, which is the one to find. */
export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('MapPage')]);
  return pageMetadata({ path: '/map', locale, title: t('title'), description: t('metaDescription'), isAnswer: true });
}

export default async function MapQueryPage({ searchParams }: MapQueryPageProps) {
  return <MapView question={readMapQuestion(await searchParams)} />;
}
