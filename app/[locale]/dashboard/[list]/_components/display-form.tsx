import { useTranslations } from 'next-intl';
import type { KindName } from '#features/records/model.ts';
import {
  type Column,
  columnsOf,
  type Grouping,
  groupingsOf,
  type Question,
  SORT_KEYS,
  type SortKey,
} from '#features/views/model.ts';
import { isShown, sortText } from '#features/views/question.ts';
import { isLocale, LANGUAGE_NAME } from '#i18n/locales.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { FieldGroup } from '#ui/field-group.tsx';
import { Select } from '#ui/select.tsx';
import { HiddenParts } from './hidden-parts.tsx';
import type { ListAddress } from './list-address.ts';

/** Which columns a list has, how it is sorted and what it is counted by; all of it goes into the address. */
export function DisplayForm({ kind, question, address }: { kind: KindName; question: Question; address: ListAddress }) {
  const t = useTranslations('Desk.lists');
  const nameOf = useDisplayNames();
  return (
    <details className="list-display">
      <summary>{t('display')}</summary>
      <form action={address.path} method="get">
        <FieldGroup id="columns" legend={t('columnsLegend')}>
          {columnsOf(kind).map((column) => (
            <Checkbox
              defaultChecked={isShown(question, column)}
              id={`column-${column}`}
              key={column}
              label={nameOf.column(column)}
              name="columns"
              value={column}
            />
          ))}
        </FieldGroup>
        <div className="list-conditions">
          <Select
            choices={SORT_KEYS.flatMap((key) => [
              { value: key, text: t('ascending', { key: nameOf.order(key) }) },
              { value: `-${key}`, text: t('descending', { key: nameOf.order(key) }) },
            ])}
            defaultValue={sortText(question.sort)}
            id="sort"
            label={t('sortBy')}
            name="sort"
          />
          <Select
            choices={groupingsOf(kind).map((one) => ({ value: one, text: nameOf.grouping(one) }))}
            defaultValue={question.grouping ?? ''}
            id="group"
            label={t('groupBy')}
            name="group"
            none={t('noGroups')}
          />
        </div>
        <HiddenParts
          except={(name) => name === 'columns' || name === 'sort' || name === 'group'}
          question={question}
          view={address.view}
        />
        <Button type="submit">{t('apply')}</Button>
      </form>
    </details>
  );
}

/** What columns, orders and counts are called. */
export function useDisplayNames(): {
  column: (column: Column) => string;
  order: (key: SortKey) => string;
  grouping: (grouping: Grouping) => string;
} {
  const t = useTranslations('Desk');
  return {
    column: (column) => {
      if (column === 'lead' || column === 'assigned') return t(`lists.columns.${column}`);
      if (isLocale(column)) return LANGUAGE_NAME[column];
      return column === 'facts' ? t('columnFacts') : t('columnUpdated');
    },
    order: (key) => {
      if (isLocale(key)) return LANGUAGE_NAME[key];
      return key === 'facts' ? t('columnFacts') : t(`lists.sortKeys.${key}`);
    },
    grouping: (grouping) => {
      if (isLocale(grouping)) return LANGUAGE_NAME[grouping];
      return grouping === 'facts' ? t('columnFacts') : t(`lists.fields.${grouping}`);
    },
  };
}
