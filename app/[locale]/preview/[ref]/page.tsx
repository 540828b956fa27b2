import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { isRef } from '#app/[locale]/dashboard/records/[ref]/_components/open-record.ts';
import { requireStaff } from '#features/accounts/session.ts';
import { DraftView } from '../_components/draft-view.tsx';

type Props = PageProps<'/[locale]/preview/[ref]'>;

export const dynamic = 'force-dynamic';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ ref }, t] = await Promise.all([params, getTranslations('Preview')]);
  return { title: `${t('label')} · ${ref}`, robots: { index: false, follow: false } };
}

/** The drafts of a record as the page that readers would get, for the staff. */
export default async function StaffPreviewPage({ params }: Props) {
  const { ref } = await params;
  if (!isRef(ref)) notFound();
  const path = `/preview/${ref}` as const;
  const actor = await requireStaff(path);
  return <DraftView path={path} reader={{ actor, ref }} />;
}
