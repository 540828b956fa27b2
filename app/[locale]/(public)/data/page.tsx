import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { tagPage } from '#platform/page-tags.tsx';
import { ListCrumbs } from '../_components/list-crumbs.tsx';
import { pageMetadata } from '../_components/page-metadata.ts';
import { PublicFrame } from '../_components/public-frame.tsx';
import { DataParts } from './_components/data-parts.tsx';

export const revalidate = false;

export function generateStaticParams() {
  return [];
}

const PATH = '/data';

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('OpenData')]);
  return pageMetadata({ path: PATH, locale, title: t('title'), description: t('description') });
}

export default async function OpenDataPage() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('OpenData')]);
  return (
    <PublicFrame path={PATH}>
      {await tagPage(locale, [])}
      <div className="page-width page-main">
        <ListCrumbs title={t('title')} />
        <h1>{t('title')}</h1>
        <p className="lead list-lead">{t('description')}</p>
        <DataParts />
      </div>
    </PublicFrame>
  );
}
