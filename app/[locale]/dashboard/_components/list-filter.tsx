import { useTranslations } from 'next-intl';
import { SCOPES } from '#features/records/model.ts';
import { STANDINGS } from '#features/records/queries/list-desk-records.ts';
import { isLocale, LANGUAGE_NAME } from '#i18n/locales.ts';
import { SearchForm } from '#ui/search-form.tsx';
import { Select } from '#ui/select.tsx';
import type { ListQuery } from './list-query.ts';

/** What a list is asked for, in its address: words, how a part of the record stands, and which part. */
export function ListFilter({ path, query: { search, standing, scope } }: { path: string; query: ListQuery }) {
  const t = useTranslations('Desk');
  const nameOf = (state: (typeof STANDINGS)[number]) => (state === 'outdated' ? t('stale') : t(`states.${state}`));
  return (
    <SearchForm action={path} label={t('searchLabel')} submit={t('searchSubmit')} value={search}>
      <div className="list-filter">
        <Select
          choices={STANDINGS.map((state) => ({ value: state, text: nameOf(state) }))}
          defaultValue={standing ?? ''}
          id="state"
          label={t('filterState')}
          name="state"
          none={t('filterAny')}
        />
        <Select
          choices={SCOPES.map((part) => ({ value: part, text: isLocale(part) ? LANGUAGE_NAME[part] : t('facts') }))}
          defaultValue={scope ?? ''}
          id="part"
          label={t('filterPart')}
          name="part"
          none={t('filterAnyPart')}
        />
      </div>
    </SearchForm>
  );
}
