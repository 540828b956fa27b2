import { getTranslations } from 'next-intl/server';
import type { PersonActor } from '#features/ledger/model.ts';
import { mayCreate } from '#features/records/policy.ts';
import { bulkRights } from '#features/views/bulk-rights.ts';
import { BulkBar } from '#features/views/components/bulk-bar.tsx';
import { SelectionOfRows } from '#features/views/components/selection.tsx';
import { EXACT_MAX, SELECTION_MAX } from '#features/views/model.ts';
import { countAll } from '#features/views/queries/count-all.ts';
import { isNarrowed } from '#features/views/question.ts';
import { localisePath } from '#i18n/locales.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { DisplayForm } from './display-form.tsx';
import { GroupTable } from './group-table.tsx';
import { type ListedRows, RecordTable } from './record-table.tsx';

interface ListRowsProps extends ListedRows {
  actor: PersonActor;
}

/** How many there are, the rows of one page, and the way to the next. */
export async function ListRows(props: ListRowsProps) {
  const { actor, kind, locale, question, page, address } = props;
  const t = await getTranslations('Desk');
  if (page.total === 0) return <NoRows {...props} />;
  const rounded = Math.round(page.total / 1000) * 1000;
  const rows = page.rows.map(({ id, ref, title, titleLocale, units }) => {
    const known = units.map(({ scope, state, headRev, isPublished }) => ({ scope, state, headRev, isPublished }));
    return { id, ref, title, titleLocale, units: known };
  });
  return (
    <>
      <p className="list-count">
        {page.total > EXACT_MAX ? t('lists.about', { count: rounded }) : t('count', { count: page.total })}
      </p>
      <DisplayForm address={address} kind={kind} question={question} />
      <GroupTable {...props} />
      <SelectionOfRows rows={rows}>
        <BulkBar
          addresses={{
            rows: address.file(question, { format: 'rows' }),
            record: localisePath(locale, '/dashboard/records/'),
            export: address.file(question, {}),
          }}
          most={SELECTION_MAX}
          rights={bulkRights(actor)}
          total={page.total}
        />
        <RecordTable {...props} />
      </SelectionOfRows>
      <Pages address={address} page={page} question={question} />
      <p className="list-export">
        {t('lists.export')} <a href={address.file(question, { format: 'csv' })}>{t('lists.exportCsv')}</a>{' '}
        <a href={address.file(question, { format: 'sheet' })}>{t('lists.exportSheet')}</a>{' '}
        <a href={address.file(question, { format: 'json' })}>{t('lists.exportJson')}</a>
      </p>
    </>
  );
}

async function Pages({ page, address, question }: Pick<ListRowsProps, 'address' | 'page' | 'question'>) {
  const t = await getTranslations('Desk');
  const { next, previous } = page;
  if (next === null && previous === null) return null;
  return (
    <Pagination
      label={t('pages')}
      next={next === null ? undefined : { href: address.from(question, { after: next }), text: t('next') }}
      position={null}
      previous={
        previous === null ? undefined : { href: address.from(question, { before: previous }), text: t('previous') }
      }
    />
  );
}

/** Why there is nothing, and what to do about it. */
async function NoRows({ actor, kind, locale, question, address }: ListRowsProps) {
  const t = await getTranslations('Desk');
  if (!isNarrowed(question)) {
    return (
      <EmptyState
        actions={
          mayCreate(actor) ? (
            <LinkButton href={localisePath(locale, `/dashboard/new?kind=${kind}`)} icon="edit">
              {t(`create.${kind}`)}
            </LinkButton>
          ) : undefined
        }
        title={t('listEmpty')}
      >
        <p>{t(mayCreate(actor) ? 'lists.emptyHint' : 'lists.emptyReader')}</p>
      </EmptyState>
    );
  }
  const isSearch = question.bar.length === 0 && question.groups.length === 0;
  return (
    <EmptyState
      actions={<LinkButton href={address.path}>{t('clearSearch')}</LinkButton>}
      title={isSearch ? t('searchEmpty', { search: question.search }) : t('filterEmpty')}
    >
      <p>{t('lists.without', { count: await countAll(actor, kind) })}</p>
    </EmptyState>
  );
}
