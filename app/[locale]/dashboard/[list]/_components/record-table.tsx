import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { shownState, UnitStateTag } from '#features/kinds/components/unit-state.tsx';
import { recordPath } from '#features/kinds/lists.ts';
import type { KindName, Scope } from '#features/records/model.ts';
import { PageTick, RowTick } from '#features/views/components/selection.tsx';
import { type Column, columnsOf, type Question, type SortKey } from '#features/views/model.ts';
import type { Listed, ListedPage } from '#features/views/queries/list-records.ts';
import { isShown } from '#features/views/question.ts';
import { DIRECTION, INTL_TAG, type Locale, localisePath } from '#i18n/locales.ts';
import { DataTable } from '#ui/data-table.tsx';
import { deskTime } from '../../_components/desk-time.ts';
import { agoOf } from './ago.ts';
import { useDisplayNames } from './display-form.tsx';
import type { ListAddress } from './list-address.ts';
import { type KnownNames, useListWords } from './list-words.ts';

/** One page of a list, and what it was asked for. */
export interface ListedRows {
  kind: KindName;
  locale: Locale;
  question: Question;
  page: ListedPage;
  address: ListAddress;
  names: KnownNames;
  now: Date;
}

const SORT_OF: Partial<Record<Column, SortKey>> = {
  facts: 'facts',
  ar: 'ar',
  de: 'de',
  en: 'en',
  assigned: 'due',
  updated: 'updated',
};

/** The rows of one page: title, what it is, how each part stands, who has it and when it changed. */
export function RecordTable(props: ListedRows) {
  const { kind, locale, question, page, address } = props;
  const t = useTranslations('Desk');
  const nameOf = useDisplayNames();
  const shown = columnsOf(kind).filter((column) => isShown(question, column));
  const sortLink = (key: SortKey | undefined) => {
    if (key === undefined) return undefined;
    const { sort } = question;
    const isOpen = sort.key === key;
    const order = isOpen && sort.order === 'asc' ? 'desc' : 'asc';
    const now = sort.order === 'asc' ? ('ascending' as const) : ('descending' as const);
    return { href: address.to({ ...question, sort: { key, order } }), order: isOpen ? now : ('none' as const) };
  };
  return (
    <div className="list-table">
      <PageTick />
      <DataTable
        caption={t('listCaption')}
        captionHidden
        columns={[
          { key: 'title', label: t('columnTitle'), name: t('columnTitle'), sort: sortLink('title') },
          ...shown.map((column) => {
            const name = nameOf.column(column);
            return { key: column, label: name, name, sort: sortLink(SORT_OF[column]) };
          }),
        ]}
        rows={page.rows.map((row) => ({
          key: row.id,
          cells: [
            <RecordLink key="title" locale={locale} row={row} />,
            ...shown.map((column) => <Cell column={column} key={column} row={row} {...props} />),
          ],
        }))}
      />
    </div>
  );
}

function RecordLink({ row, locale }: { row: Listed; locale: Locale }) {
  const t = useTranslations('Desk');
  const lang = row.titleLocale;
  return (
    <span className="record-link">
      <RowTick id={row.id} name={row.title ?? row.ref} />
      <a aria-keyshortcuts="Enter" data-row={row.id} href={localisePath(locale, recordPath(row.ref))}>
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

interface CellProps extends ListedRows {
  row: Listed;
  column: Column;
}

function Cell(props: CellProps): ReactNode {
  switch (props.column) {
    case 'lead':
      return <Lead {...props} />;
    case 'assigned':
      return <Assigned {...props} />;
    case 'updated':
      return <Updated {...props} />;
    default:
      return <Part {...props} scope={props.column} />;
  }
}

function Lead({ row: { type, countries }, kind, names }: CellProps) {
  const words = useListWords(kind, names);
  const said = [
    ...(type === null ? [] : [words.value('type', type)]),
    ...countries.map((code) => words.value('country', code)),
  ];
  return said.length === 0 ? null : <span>{words.joined(said)}</span>;
}

function Part({ row: { units }, scope, locale, now, kind, names }: CellProps & { scope: Scope }) {
  const t = useTranslations('Desk');
  const words = useListWords(kind, names);
  const unit = units.find((one) => one.scope === scope);
  const state = shownState(unit);
  const said = {
    part: words.part(scope),
    state: t(`states.${state}`),
    ago: unit === undefined ? '' : agoOf(unit.updatedAt, { now, locale }),
  };
  const title =
    unit === undefined ? t('lists.partState', said) : unit.isStale ? t('lists.staleAgo', said) : t('lists.ago', said);
  return (
    <span title={title}>
      <UnitStateTag isStale={unit?.isStale ?? false} state={state} />
    </span>
  );
}

/** Everybody who has a part of the record, and the first day on which one is due. */
function Assigned({ row: { units }, locale, now }: CellProps) {
  const t = useTranslations('Desk.lists');
  const people = [...new Set(units.flatMap(({ assignee }) => assignee ?? []))];
  const [due] = units.flatMap(({ dueOn }) => dueOn ?? []).toSorted();
  if (people.length === 0 && due === undefined) return null;
  const day = (written: string) =>
    new Intl.DateTimeFormat(INTL_TAG[locale], { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(written));
  const isOverdue = due !== undefined && due < now.toISOString().slice(0, 10);
  return (
    <>
      {people.map((name) => (
        <bdi className="list-person" key={name}>
          {name}
        </bdi>
      ))}
      {due === undefined ? null : (
        <time className={isOverdue ? 'list-overdue' : undefined} dateTime={due}>
          {t('dueOn', { day: day(due) })}
          {isOverdue ? ` (${t('dueTimes.overdue')})` : null}
        </time>
      )}
    </>
  );
}

function Updated({ row: { units, updatedAt }, locale, now }: CellProps) {
  const t = useTranslations('Desk');
  const by = units.find((unit) => unit.updatedAt === updatedAt)?.updatedBy ?? null;
  return (
    <time dateTime={updatedAt} title={deskTime(locale, new Date(updatedAt))}>
      {t.rich('lists.changedBy', {
        ago: agoOf(updatedAt, { now, locale }),
        by: () => (by === null ? t('revisionSystem') : <bdi>{by}</bdi>),
      })}
    </time>
  );
}
