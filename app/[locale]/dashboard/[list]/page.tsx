import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { requireStaff } from '#features/accounts/session.ts';
import { kindOfSegment, listPath } from '#features/kinds/lists.ts';
import { RecordList } from './_components/record-list.tsx';

type Props = PageProps<'/[locale]/dashboard/[list]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ list }, t] = await Promise.all([params, getTranslations('Desk')]);
  const kind = kindOfSegment(list);
  return kind === null ? {} : { title: t(`kinds.${kind}`) };
}

export default async function RecordListPage({ params, searchParams }: Props) {
  const [{ list }, asked] = await Promise.all([params, searchParams]);
  const kind = kindOfSegment(list);
  if (kind === null) notFound();
  const actor = await requireStaff(listPath(kind));
  return <RecordList actor={actor} asked={asked} kind={kind} />;
}
