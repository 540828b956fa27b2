import { notFound } from 'next/navigation';
import { requireStaff } from '#features/accounts/session.ts';
import { kindOfSegment, listPath } from '#features/kinds/lists.ts';
import { readListQuery } from '../_components/list-query.ts';
import { RecordList } from '../_components/record-list.tsx';

export default async function RecordListPage({ params, searchParams }: PageProps<'/[locale]/dashboard/[list]'>) {
  const [{ list }, query] = await Promise.all([params, searchParams]);
  const kind = kindOfSegment(list);
  if (kind === null) notFound();
  const actor = await requireStaff(listPath(kind));
  return <RecordList actor={actor} kind={kind} query={readListQuery(query)} />;
}
