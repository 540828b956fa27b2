import { getLocale, getTranslations } from 'next-intl/server';
import { v7 as uuidv7 } from 'uuid';
import { untrashRecordAction } from '#features/kinds/actions.ts';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import { shownState, UnitStateTag } from '#features/kinds/components/unit-state.tsx';
import { listPath, recordPath } from '#features/kinds/lists.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import type { KindName, Scope } from '#features/records/model.ts';
import { mayCreate } from '#features/records/policy.ts';
import { DESK_PAGE_SIZE, type DeskListed, listDeskRecords } from '#features/records/queries/list-desk-records.ts';
import { DIRECTION, LANGUAGE_NAME, type Locale, LOCALES, localisePath } from '#i18n/locales.ts';
import { DataTable } from '#ui/data-table.tsx';
import { DeskHeader } from '#ui/desk-header.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { DeskCrumbs } from './desk-crumbs.tsx';
import { deskTime } from './desk-time.ts';
import { DeskPages } from './desk-pages.tsx';
import { DoneNotice } from './done-notice.tsx';
import { ListFilter } from './list-filter.tsx';
import { listAddress, type ListQuery } from './list-query.ts';

interface RecordListProps {
  actor: PersonActor;
  kind: KindName;
  query: ListQuery;
}

/** The records of a kind with the state of each language. */
export async function RecordList({ actor, kind, query }: RecordListProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  const { search, standing, scope, page, done, thrown } = query;
  const { rows, total } = await listDeskRecords(actor, { kind, locale, search, standing, scope, isTrash: false, page });
  const path = localisePath(locale, listPath(kind));
  const isFiltered = search !== '' || standing !== undefined;
  const create = localisePath(locale, `/dashboard/new?kind=${kind}`);
  return (
    <>
      <DeskHeader
        actions={
          mayCreate(actor) ? (
            <LinkButton href={create} icon="edit" look="primary">
              {t(`create.${kind}`)}
            </LinkButton>
          ) : undefined
        }
        breadcrumb={<DeskCrumbs steps={[{ key: 'list', text: t(`kinds.${kind}`) }]} />}
        title={t(`kinds.${kind}`)}
      />
      <DoneNotice done={done} />
      {thrown === null || done !== 'trash' || !mayCreate(actor) ? null : <BringBack path={path} thrown={thrown} />}
      <ListFilter path={path} query={query} />
      <p className="list-count">{t('count', { count: total })}</p>
      {rows.length === 0 ? (
        <EmptyState
          actions={isFiltered ? <LinkButton href={path}>{t('clearSearch')}</LinkButton> : undefined}
          title={search === '' ? t(isFiltered ? 'filterEmpty' : 'listEmpty') : t('searchEmpty', { search })}
        />
      ) : (
        <RecordTable locale={locale} rows={rows} />
      )}
      <DeskPages
        hrefOf={(to) => listAddress(path, { ...query, page: to })}
        page={page}
        pages={Math.ceil(total / DESK_PAGE_SIZE)}
      />
    </>
  );
}

async function BringBack({ path, thrown }: { path: string; thrown: string }) {
  const t = await getTranslations('Desk');
  const hidden = { record: thrown, submitKey: uuidv7(), back: `${path}?done=untrash` };
  return <DeedForm action={untrashRecordAction} hidden={hidden} icon="history" label={t('undo')} />;
}

async function RecordTable({ rows, locale }: { rows: readonly DeskListed[]; locale: Locale }) {
  const t = await getTranslations('Desk');
  const scopes: { scope: Scope; name: string }[] = [
    { scope: 'facts', name: t('columnFacts') },
    ...LOCALES.map((scope) => ({ scope, name: LANGUAGE_NAME[scope] })),
  ];
  return (
    <DataTable
      caption={t('listCaption')}
      captionHidden
      columns={[
        { key: 'title', label: t('columnTitle'), name: t('columnTitle') },
        ...scopes.map(({ scope, name }) => ({ key: scope, label: name, name })),
        { key: 'updated', label: t('columnUpdated'), name: t('columnUpdated') },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <RecordLink key="title" locale={locale} row={row} />,
          ...scopes.map(({ scope }) => {
            const unit = row.units.find((one) => one.scope === scope);
            return <UnitStateTag isStale={unit?.isStale ?? false} key={scope} state={shownState(unit)} />;
          }),
          <time dateTime={row.updatedAt} key="updated">
            {deskTime(locale, new Date(row.updatedAt))}
          </time>,
        ],
      }))}
    />
  );
}

async function RecordLink({ row, locale }: { row: DeskListed; locale: Locale }) {
  const t = await getTranslations('Desk');
  const lang = row.titleLocale;
  return (
    <span className="record-link">
      <a href={localisePath(locale, recordPath(row.ref))}>
        {row.title === null || lang === null ? (
          t('untitled')
        ) : (
          <bdi dir={DIRECTION[lang]} lang={lang}>
            {row.title}
          </bdi>
        )}
      </a>{' '}
      <bdi className="record-ref" dir="ltr">
        {row.ref}
      </bdi>
    </span>
  );
}
