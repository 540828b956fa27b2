import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { NO_FILTER } from '#features/map/map-filter.ts';
import { MapView } from '../_components/map-view.tsx';
import { pageMetadata } from '../_components/page-metadata.ts';

export const revalidate = false;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('MapPage')]);
  return pageMetadata({ path: '/map', locale, title: t('title'), description: t('metaDescription') });
}

export default function MapPage() {
  return <MapView question={{ filter: NO_FILTER, ignored: [] }} />;
}
