import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { requireStaff } from '#features/accounts/session.ts';
import { WorkLine } from '#features/review/components/work-part.tsx';
import { listWork, WORK_LISTS, type WorkList } from '#features/review/queries/list-work.ts';
import { localisePath } from '#i18n/locales.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { addressWith } from '#ui/address-with.ts';
import { DeskHeader } from '#ui/desk-header.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { DeskCrumbs } from '../../_components/desk-crumbs.tsx';
import { DeskPages } from '../../_components/desk-pages.tsx';
import { readListQuery } from '../../_components/list-query.ts';

type Props = PageProps<'/[locale]/dashboard/work/[work]'>;

const PAGE_SIZE = 50;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ work }, t] = await Promise.all([params, getTranslations('Desk.today')]);
  const list = listNamed(work);
  return list === undefined ? {} : { title: t(`lists.${list}`) };
}

/** All that waits, of which the first page of the desk shows the beginning. */
export default async function WorkPage({ params, searchParams }: Props) {
  const [{ work }, query, locale, t] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations('Desk.today'),
  ]);
  const list = listNamed(work);
  if (list === undefined) notFound();
  const path = `/dashboard/work/${list}`;
  const actor = await requireStaff(path);
  const { page } = readListQuery(query);
  const day = siteDayOf(new Date());
  const items = await listWork(actor, { list, locale, day, most: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
  const total = items[0]?.total ?? 0;
  return (
    <>
      <DeskHeader
        breadcrumb={<DeskCrumbs steps={[{ key: list, text: t(`lists.${list}`) }]} />}
        title={t(`lists.${list}`)}
      />
      {items.length === 0 ? (
        <EmptyState title={t(`empty.${list}`)} />
      ) : (
        <ul className="work">
          {items.map((item) => (
            <li key={`${item.ref}-${item.scope}`}>
              <WorkLine item={item} />
            </li>
          ))}
        </ul>
      )}
      <DeskPages
        hrefOf={(to) => addressWith(localisePath(locale, path), { page: to === 1 ? '' : String(to) })}
        page={page}
        pages={Math.ceil(total / PAGE_SIZE)}
      />
    </>
  );
}

function listNamed(name: string): WorkList | undefined {
  return WORK_LISTS.find((list) => list === name);
}
