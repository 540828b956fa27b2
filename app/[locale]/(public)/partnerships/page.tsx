import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { partnershipListTags } from '#features/partnerships/cached.ts';
import { NOTHING_ASKED } from '#features/partnerships/list-question.ts';
import { tagPage } from '#platform/page-tags.tsx';
import { pageMetadata } from '../_components/page-metadata.ts';
import { PublicFrame } from '../_components/public-frame.tsx';
import { PartnershipListView } from './_components/partnership-list-view.tsx';
import { readPartnershipList } from './_components/read-partnership-list.ts';

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
  const locale = await getLocale();
  const list = await readPartnershipList(NOTHING_ASKED, locale);
  return (
    <PublicFrame path={PATH}>
      {await tagPage(locale, partnershipListTags())}
      <PartnershipListView {...list} question={NOTHING_ASKED} />
    </PublicFrame>
  );
}
