import { requireStaff } from '#features/accounts/session.ts';
import { listPath } from '#features/kinds/lists.ts';
import { RecordList } from './_components/record-list.tsx';
import { readListQuery } from './_components/list-query.ts';

export default async function PartnershipListPage({ searchParams }: PageProps<'/[locale]/dashboard'>) {
  const [actor, query] = await Promise.all([requireStaff(listPath('partnership')), searchParams]);
  return <RecordList actor={actor} kind="partnership" query={readListQuery(query)} />;
}
