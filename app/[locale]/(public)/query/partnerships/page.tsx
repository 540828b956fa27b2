import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { partnershipListTags } from '#features/partnerships/cached.ts';
import { askPartnerships, readPartnershipQuestion } from '#features/partnerships/list-question.ts';
import { tagPage } from '#platform/page-tags.tsx';
import type { Question } from '#ui/address-with.ts';
import { pageMetadata } from '../../_components/page-metadata.ts';
import { PublicFrame } from '../../_components/public-frame.tsx';
import { PartnershipListView } from '../../partnerships/_components/partnership-list-view.tsx';
import { readPartnershipList } from '../../partnerships/_components/read-partnership-list.ts';

export const dynamic = 'force-dynamic';

const PATH = '/partnerships';

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Partnerships')]);
  return pageMetadata({ path: PATH, locale, title: t('title'), description: t('description'), isAnswer: true });
}

export default async function PartnershipsAnswerPage({ searchParams }: { searchParams: Promise<Question> }) {
  const [asked, locale] = await Promise.all([searchParams, getLocale()]);
  const question = readPartnershipQuestion(asked);
  const list = await readPartnershipList(question, locale);
  return (
    <PublicFrame path={PATH} question={askPartnerships(question)}>
      {await tagPage(locale, partnershipListTags())}
      <PartnershipListView {...list} question={question} />
    </PublicFrame>
  );
}
