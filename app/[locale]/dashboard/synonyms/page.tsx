import { getLocale, getTranslations } from 'next-intl/server';
import { v7 as uuidv7 } from 'uuid';
import { requireStaff } from '#features/accounts/session.ts';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { mayKeepSynonyms } from '#features/search/policy.ts';
import { listSynonyms, type Synonyms, SYNONYMS_PAGE_SIZE } from '#features/search/queries/list-synonyms.ts';
import { localisePath } from '#i18n/locales.ts';
import { addressWith } from '#ui/address-with.ts';
import { DataTable } from '#ui/data-table.tsx';
import { DeskHeader } from '#ui/desk-header.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Isolate } from '#ui/isolate.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { SearchForm } from '#ui/search-form.tsx';
import { DeskCrumbs } from '../_components/desk-crumbs.tsx';
import { DoneNotice } from '../_components/done-notice.tsx';
import { readListQuery } from '../_components/list-query.ts';
import { RemoveSynonyms, SynonymForm } from './_components/synonym-forms.tsx';

const PATH = '/dashboard/synonyms';

export default async function SynonymsPage({ searchParams }: PageProps<'/[locale]/dashboard/synonyms'>) {
  const [actor, query, locale, t] = await Promise.all([
    requireStaff(PATH),
    searchParams,
    getLocale(),
    getTranslations('Synonyms'),
  ]);
  const { search, page, done } = readListQuery(query);
  const { rows, total } = await listSynonyms(actor, { search, page });
  const mayKeep = mayKeepSynonyms(actor);
  const path = localisePath(locale, PATH);
  const pages = Math.max(1, Math.ceil(total / SYNONYMS_PAGE_SIZE));
  const hrefOf = (to: number) => addressWith(path, { q: search, page: to === 1 ? '' : String(to) });
  return (
    <>
      <DeskHeader breadcrumb={<DeskCrumbs steps={[{ key: 'synonyms', text: t('title') }]} />} title={t('title')} />
      <DoneNotice done={done} />
      <p>{t('lead')}</p>
      {mayKeep ? <SynonymForm back={path} key={String(query['at'])} submitKey={uuidv7()} /> : null}
      <SearchForm action={path} label={t('find')} submit={t('findSubmit')} value={search} />
      {rows.length === 0 ? (
        <EmptyState title={t('empty')} />
      ) : (
        <SynonymTable back={path} mayKeep={mayKeep} rows={rows} />
      )}
      {pages === 1 ? null : (
        <Pagination
          label={t('pages')}
          next={page < pages ? { href: hrefOf(page + 1), text: t('next') } : undefined}
          position={t('position', { page: numberInDigits(page, locale), pages: numberInDigits(pages, locale) })}
          previous={page > 1 ? { href: hrefOf(page - 1), text: t('previous') } : undefined}
        />
      )}
    </>
  );
}

async function SynonymTable({ rows, mayKeep, back }: { rows: readonly Synonyms[]; mayKeep: boolean; back: string }) {
  const t = await getTranslations('Synonyms');
  const columns = mayKeep ? (['term', 'others', 'actions'] as const) : (['term', 'others'] as const);
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      columns={columns.map((key) => ({ key, label: t(key), name: t(key) }))}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <Isolate key="term" lang={row.locale}>
            {row.term}
          </Isolate>,
          <span className="comma-list" key="others">
            {row.others.map((other) => (
              <bdi key={other}>{other}</bdi>
            ))}
          </span>,
          <div className="button-row" key="actions">
            <details>
              <summary>{t('change')}</summary>
              <SynonymForm back={back} row={row} submitKey={uuidv7()} />
            </details>
            <RemoveSynonyms back={back} id={row.id} submitKey={uuidv7()} />
          </div>,
        ],
      }))}
    />
  );
}
