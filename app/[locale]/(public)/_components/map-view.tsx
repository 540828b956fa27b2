import { getLocale, getTranslations } from 'next-intl/server';
import { askMap, type MapQuestion } from '#features/map/map-filter.ts';
import { findMapped } from '#features/map/queries/find-mapped.ts';
import { listMapChoices } from '#features/map/queries/list-map-choices.ts';
import { partnershipListTags } from '#features/partnerships/cached.ts';
import { listTag } from '#features/records/tags.ts';
import { tagPage } from '#platform/page-tags.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Notice } from '#ui/notice.tsx';
import { localisePath } from '#i18n/locales.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { ListHead } from './list-head.tsx';
import { MapBundles } from './map-bundles.tsx';
import { MapForm } from './map-form.tsx';
import { MapPartnerships } from './map-partnerships.tsx';
import { PublicFrame } from './public-frame.tsx';
import { numberInDigits } from '#features/records/dates-in-words.ts';

/** Above this many partnerships a map of single lines would be a web, and its page heavy. */
const ROUTES_MAX = 200;

/** The page of the map, for the plain address and for one with a query. */
export async function MapView({ question: { filter, ignored } }: { question: MapQuestion }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('MapPage')]);
  const day = siteDayOf(new Date());
  const [{ total, ids }, choices] = await Promise.all([
    findMapped(filter, { most: ROUTES_MAX, day }),
    listMapChoices(),
  ]);
  // Two countries are as narrow as bundles get: beyond that the first of their partnerships are drawn.
  const isBundled = total > ROUTES_MAX && filter.countries.length < 2;
  return (
    <PublicFrame path="/map" question={askMap(filter)}>
      {await tagPage(locale, [...partnershipListTags(), listTag('programme')])}
      <div className="page-width page-main">
        <ListHead count={t('count', { count: total, number: numberInDigits(total, locale) })} title={t('title')} />
        <div className="stack">
          <MapForm choices={choices} filter={filter} />
          {ignored.length === 0 ? null : (
            <Notice kind="warn">
              <p>{t('ignored')}</p>
            </Notice>
          )}
          {total === 0 ? <NothingMapped isFiltered={Object.keys(askMap(filter)).length > 0} /> : null}
          {isBundled ? <MapBundles day={day} filter={filter} total={total} /> : null}
          {total > 0 && !isBundled ? <MapPartnerships ids={ids} total={total} /> : null}
        </div>
      </div>
    </PublicFrame>
  );
}

async function NothingMapped({ isFiltered }: { isFiltered: boolean }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('MapPage')]);
  if (!isFiltered) return <EmptyState title={t('empty')} />;
  const all = <LinkButton href={localisePath(locale, '/map')}>{t('showAll')}</LinkButton>;
  return <EmptyState actions={all} title={t('nothing')} />;
}
