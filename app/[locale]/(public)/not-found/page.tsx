import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { tagPage } from '#platform/page-tags.tsx';
import { Missing } from '../_components/missing.tsx';
import { NotFoundView } from '../_components/not-found-view.tsx';

export const revalidate = false;

export function generateStaticParams() {
  return [];
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('NotFound');
  return { title: t('title'), robots: { index: false } };
}

/** Every address that belongs to no page is rewritten to this one, so one page a language is kept and not one an address. */
export default async function UnknownAddressPage() {
  return (
    <>
      {await tagPage(await getLocale(), [])}
      <Missing>
        <NotFoundView fate="unknown" />
      </Missing>
    </>
  );
}
