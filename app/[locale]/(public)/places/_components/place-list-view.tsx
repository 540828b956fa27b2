import { useLocale, useTranslations } from 'next-intl';
import { PlaceList } from '#features/places/components/place-list.tsx';
import { askPlaces, ALPHABET, type PlaceQuestion } from '#features/places/list-question.ts';
import type { PlacePage } from '#features/places/queries/find-place-page.ts';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { countryName } from '#features/vocabulary/countries.ts';
import { localisePath } from '#i18n/locales.ts';
import { addressWith } from '#ui/address-with.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Pagination } from '#ui/pagination.tsx';
import { networkSeal } from '#ui/seal-geometry.ts';
import { Select } from '#ui/select.tsx';
import { IgnoredNotice } from '../../_components/ignored-notice.tsx';
import { PublicSearch } from '../../_components/public-search.tsx';
import { ListHead } from '../../_components/list-head.tsx';

/** How many places one page of the list shows. */
export const PLACES_PER_PAGE = 60;

const PATH = '/places';

interface PlaceListViewProps {
  question: PlaceQuestion;
  page: PlacePage;
}

/** The alphabetical list of places: the same for the plain page and for every question. */
export function PlaceListView({ question, page }: PlaceListViewProps) {
  const t = useTranslations('Places');
  const locale = useLocale();
  const { total, places, countries } = page;
  return (
    <div className="page-width page-main">
      <ListHead count={t('count', { count: total, n: numberInDigits(total, locale) })} title={t('title')} />
      {countries.length === 0 ? (
        <EmptyState shape={networkSeal(1)} title={t('empty')}>
          <p>{t('emptyText')}</p>
        </EmptyState>
      ) : (
        <>
          <PlaceTools page={page} question={question} />
          <Alphabet page={page} question={question} />
          <IgnoredNotice ignored={question.ignored} />
          {places.length === 0 ? <p>{t('nothing')}</p> : <PlaceList places={places} />}
          <Pages page={page} question={question} />
        </>
      )}
    </div>
  );
}

function PlaceTools({ question, page }: PlaceListViewProps) {
  const t = useTranslations('Places');
  const search = useTranslations('Search');
  const locale = useLocale();
  const names = page.countries
    .map(({ code, count }) => ({
      value: code.toLowerCase(),
      name: countryName(code, locale) ?? code,
      count,
    }))
    .toSorted((one, other) => one.name.localeCompare(other.name, locale));
  const choices = names.map(({ value, name, count }) => ({
    value,
    text: `${name} (${numberInDigits(count, locale)})`,
  }));
  return (
    <div className="place-tools">
      <PublicSearch label={t('find')} submit={search('submit')}>
        <input name="type" type="hidden" value="place" />
      </PublicSearch>
      <form action={localisePath(locale, PATH)} className="place-country" method="get">
        <Select
          choices={choices}
          defaultValue={question.countries[0]?.toLowerCase() ?? ''}
          id="filter-country"
          label={t('country')}
          name="country"
          none={t('allCountries')}
        />
        <button className="button button-secondary" type="submit">
          {t('show')}
        </button>
      </form>
    </div>
  );
}

function Alphabet({ question, page }: PlaceListViewProps) {
  const t = useTranslations('Places');
  const locale = useLocale();
  const path = localisePath(locale, PATH);
  const alphabet = ALPHABET[locale];
  // Names in other alphabets stand behind those of the reader's own.
  const others = page.letters.filter((letter) => !alphabet.includes(letter)).toSorted();
  const hrefOf = (letter: string | null) =>
    addressWith(path, askPlaces({ ...question, letter, after: null, before: null }));
  return (
    <nav aria-label={t('letters')} className="alphabet">
      <a aria-current={question.letter === null ? 'page' : undefined} href={hrefOf(null)}>
        {t('allLetters')}
      </a>
      {[...alphabet, ...others].map((letter) =>
        page.letters.includes(letter) ? (
          <a aria-current={question.letter === letter ? 'page' : undefined} href={hrefOf(letter)} key={letter}>
            <bdi>{letter}</bdi>
          </a>
        ) : (
          <span aria-hidden="true" key={letter}>
            <bdi>{letter}</bdi>
          </span>
        ),
      )}
    </nav>
  );
}

function Pages({ question, page: { next, previous, total } }: PlaceListViewProps) {
  const t = useTranslations('Filters');
  const places = useTranslations('Places');
  const locale = useLocale();
  if (next === null && previous === null) return null;
  const hrefOf = (changed: Partial<PlaceQuestion>) =>
    addressWith(localisePath(locale, PATH), askPlaces({ ...question, after: null, before: null, ...changed }));
  return (
    <Pagination
      label={t('pages')}
      next={next === null ? undefined : { href: hrefOf({ after: next }), text: t('next') }}
      position={places('count', { count: total, n: numberInDigits(total, locale) })}
      previous={previous === null ? undefined : { href: hrefOf({ before: previous }), text: t('previous') }}
    />
  );
}
