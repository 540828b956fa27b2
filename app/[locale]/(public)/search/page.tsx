import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { tagPage } from '#platform/page-tags.tsx';
import { pageMetadata } from '../_components/page-metadata.ts';
import { PublicFrame } from '../_components/public-frame.tsx';
import { SearchView } from './_components/search-view.tsx';

export const revalidate = false;

export function generateStaticParams() {
  return [];
}

const PATH = '/search';
const NOTHING_ASKED = { query: '', type: undefined, page: 1, unknown: [] };

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Search')]);
  return pageMetadata({ path: PATH, locale, title: t('title'), description: t('description') });
}

export default async function SearchPage() {
  return (
    <PublicFrame path={PATH}>
      {await tagPage(await getLocale(), [])}
      <SearchView answer={null} question={NOTHING_ASKED} />
    </PublicFrame>
  );
}
