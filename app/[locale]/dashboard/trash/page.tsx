import { getLocale, getTranslations } from 'next-intl/server';
import { v7 as uuidv7 } from 'uuid';
import { requireStaff } from '#features/accounts/session.ts';
import { purgeRecordAction, untrashRecordAction } from '#features/kinds/actions.ts';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import type { PersonActor } from '#features/ledger/model.ts';
import { mayCreate, mayPurge } from '#features/records/policy.ts';
import { listTrash, type Trashed } from '#features/records/queries/list-trash.ts';
import { localisePath } from '#i18n/locales.ts';
import { DataTable } from '#ui/data-table.tsx';
import { DeskHeader } from '#ui/desk-header.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { DeskCrumbs } from '../_components/desk-crumbs.tsx';
import { deskTime } from '../_components/desk-time.ts';
import { DoneNotice } from '../_components/done-notice.tsx';
import { readListQuery } from '../_components/list-query.ts';

export default async function TrashPage({ searchParams }: PageProps<'/[locale]/dashboard/trash'>) {
  const [actor, query, locale, t] = await Promise.all([
    requireStaff('/dashboard/trash'),
    searchParams,
    getLocale(),
    getTranslations('Desk'),
  ]);
  const { page, done } = readListQuery(query);
  const { rows } = await listTrash(actor, { locale, page });
  const columns = ['columnTitle', 'columnKind', 'columnUpdated', 'columnActions'] as const;
  return (
    <>
      <DeskHeader breadcrumb={<DeskCrumbs steps={[{ key: 'trash', text: t('trash') }]} />} title={t('trash')} />
      <DoneNotice done={done} />
      <p>{t('trashHint')}</p>
      {rows.length === 0 ? (
        <EmptyState title={t('trashEmpty')} />
      ) : (
        <DataTable
          caption={t('trash')}
          captionHidden
          columns={columns.map((key) => ({ key, label: t(key), name: t(key) }))}
          rows={rows.map((row) => ({
            key: row.id,
            cells: [
              `${row.title ?? t('untitled')} · ${row.ref}`,
              t(`kind.${row.kind}`),
              deskTime(locale, new Date(row.updatedAt)),
              <TrashActions actor={actor} back={localisePath(locale, '/dashboard/trash')} key="actions" row={row} />,
            ],
          }))}
        />
      )}
    </>
  );
}

async function TrashActions({ actor, row, back }: { actor: PersonActor; row: Trashed; back: string }) {
  const t = await getTranslations('Desk');
  const hidden = { record: row.id, submitKey: uuidv7() };
  return (
    <div className="button-row">
      {mayCreate(actor) ? (
        <DeedForm
          action={untrashRecordAction}
          hidden={{ ...hidden, back: `${back}?done=untrash` }}
          label={t('untrash')}
        />
      ) : null}
      {mayPurge(actor) ? (
        <details>
          <summary>{t('purge')}</summary>
          <DeedForm
            action={purgeRecordAction}
            hidden={{ ...hidden, back: `${back}?done=purge` }}
            label={t('purge')}
            look="danger"
          >
            <p>{t('purgeConfirm', { ref: row.ref })}</p>
          </DeedForm>
        </details>
      ) : null}
    </div>
  );
}
