import { useLocale, useTranslations } from 'next-intl';
import { ActiveFilters } from '#features/partnerships/components/active-filters.tsx';
import { FacetForm } from '#features/partnerships/components/facet-form.tsx';
import { PartnershipEntry } from '#features/partnerships/components/partnership-entry.tsx';
import { PartnershipTable } from '#features/partnerships/components/partnership-table.tsx';
import {
  askPartnerships,
  FACETS,
  isFiltered,
  NOTHING_ASKED,
  type PartnershipQuestion,
  type PartnershipSort,
} from '#features/partnerships/list-question.ts';
import type { FacetCounts } from '#features/partnerships/queries/count-facets.ts';
import type { PartnershipPage } from '#features/partnerships/queries/find-partnership-page.ts';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { localisePath } from '#i18n/locales.ts';
import { addressWith } from '#ui/address-with.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { IgnoredNotice } from '../../_components/ignored-notice.tsx';
import { ListCrumbs } from '../../_components/list-crumbs.tsx';
import { DownloadLinks } from '../../_components/download-links.tsx';
import { DrawnPartnerships } from '../../_components/map-partnerships.tsx';
import { ListTools } from './list-tools.tsx';

interface PartnershipListViewProps {
  question: PartnershipQuestion;
  page: PartnershipPage;
  counts: FacetCounts;
  /** The calendar day for which statuses are computed. */
  day: string;
}

/** The list of partnerships with its filters: the same for the plain page and for every question. */
export function PartnershipListView(props: PartnershipListViewProps) {
  const t = useTranslations('Partnerships');
  const locale = useLocale();
  const { question, page, counts } = props;
  const { total } = page;
  if (total === 0 && !isFiltered(question)) {
    return (
      <div className="page-width page-main">
        <ListCrumbs title={t('title')} />
        <h1>{t('title')}</h1>
        <EmptyState title={t('empty')}>
          <p>{t('emptyText')}</p>
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="page-width page-main">
      <ListCrumbs title={t('title')} />
      <div className="list-head">
        <h1>{t('title')}</h1>
        <p className="muted" role="status">
          {t('count', { count: total, n: numberInDigits(total, locale) })}
        </p>
      </div>
      <ListTools question={question} />
      <div className="with-facets">
        <FilterPanel counts={counts} question={question} />
        <div className="facets-results">
          {isFiltered(question) ? <ActiveFilters counts={counts} question={question} /> : null}
          <IgnoredNotice ignored={page.ignored} />
          <Results {...props} />
        </div>
      </div>
    </div>
  );
}

/** On wide screens the filters stand open beside the list, on phones they can be opened. */
function FilterPanel({ question, counts }: Pick<PartnershipListViewProps, 'counts' | 'question'>) {
  const t = useTranslations('Filters');
  const locale = useLocale();
  const chosen = FACETS.reduce((sum, facet) => sum + question.chosen[facet].length, 0);
  const active = chosen + Number(question.from !== null) + Number(question.to !== null);
  return (
    <section aria-labelledby="filters" className="facets-panel">
      <h2 className="sr-only" id="filters">
        {t('title')}
      </h2>
      <details className="facets-fold">
        <summary className="button button-secondary">
          {active === 0 ? t('title') : t('titleWith', { n: numberInDigits(active, locale) })}
        </summary>
      </details>
      <FacetForm counts={counts} question={question} />
    </section>
  );
}

function Results({ question, page, day }: PartnershipListViewProps) {
  const t = useTranslations('Filters');
  const list = useTranslations('Partnerships');
  const locale = useLocale();
  const { partnerships, next, previous, total } = page;
  const path = localisePath(locale, '/partnerships');
  const hrefOf = (changed: Partial<PartnershipQuestion>) =>
    addressWith(path, askPartnerships({ ...question, after: null, before: null, ...changed }));
  if (partnerships.length === 0) {
    return (
      <EmptyState
        actions={<LinkButton href={addressWith(path, askPartnerships(NOTHING_ASKED))}>{t('clear')}</LinkButton>}
        title={t('nothing')}
      >
        <p>{t('nothingText')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <View day={day} hrefOf={(sort) => hrefOf({ sort })} page={page} question={question} />
      {next === null && previous === null ? null : (
        <Pagination
          label={t('pages')}
          next={next === null ? undefined : { href: hrefOf({ after: next }), text: t('next') }}
          position={list('count', { count: total, n: numberInDigits(total, locale) })}
          previous={previous === null ? undefined : { href: hrefOf({ before: previous }), text: t('previous') }}
        />
      )}
      <DownloadLinks
        list="partnerships"
        question={askPartnerships({ ...question, view: 'list', after: null, before: null })}
      />
    </>
  );
}

type ViewProps = Pick<PartnershipListViewProps, 'day' | 'page' | 'question'> & {
  /** The address of the list in another order. */
  hrefOf: (sort: PartnershipSort) => string;
};

function View({ question: { sort, view }, page: { partnerships, total }, day, hrefOf }: ViewProps) {
  if (view === 'map') return <DrawnPartnerships partnerships={partnerships} total={total} />;
  if (view === 'table') return <PartnershipTable day={day} partnerships={partnerships} sorting={{ sort, hrefOf }} />;
  return (
    <ul className="stack">
      {partnerships.map((partnership) => (
        <li key={partnership.id}>
          <PartnershipEntry day={day} partnership={partnership} />
        </li>
      ))}
    </ul>
  );
}
