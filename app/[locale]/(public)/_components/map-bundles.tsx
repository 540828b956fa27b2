import { getLocale, getTranslations } from 'next-intl/server';
import { RouteMap } from '#features/map/components/route-map.tsx';
import { linesOfCountries } from '#features/map/country-lines.ts';
import type { MapFilter } from '#features/map/map-filter.ts';
import type { MapRoute } from '#features/map/model.ts';
import { listCountryPairs } from '#features/map/queries/list-country-pairs.ts';
import { rankClass } from '#features/map/rank-class.ts';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Notice } from '#ui/notice.tsx';

/** More bundles would cover each other; the strongest are drawn. */
const BUNDLES_MAX = 80;

/** Many partnerships, bundled by the countries of their sides. */
export async function MapBundles({ filter, day, total }: { filter: MapFilter; day: string; total: number }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('MapPage')]);
  const bundles = await listCountryPairs(filter, { most: BUNDLES_MAX, day });
  const title = ({ first, second, count }: { first: string; second: string; count: number }) =>
    first === second
      ? t('bundleInside', { country: first, count, number: numberInDigits(count, locale) })
      : t('bundle', { first, second, count, number: numberInDigits(count, locale) });
  const routes = linesOfCountries(bundles.pairs, filter, { locale, title });
  return (
    <>
      <Notice kind="note">
        <p>
          {t('bundled', {
            total: numberInDigits(total, locale),
            shown: numberInDigits(bundles.pairs.length, locale),
            bundles: numberInDigits(bundles.total, locale),
          })}
        </p>
      </Notice>
      <BundleTable routes={routes} />
      <div className="map-view">
        <ol className="map-list">
          {routes.map(({ id, href, from, to, weight = 0 }, rank) => (
            <li className={rankClass(rank)} key={id}>
              <a href={href}>
                {from.name === to.name
                  ? t('inside', { country: from.name })
                  : t('between', { first: from.name, second: to.name })}
              </a>
              <span className="small">
                {t('partnerships', { count: weight, number: numberInDigits(weight, locale) })}
              </span>
            </li>
          ))}
        </ol>
        <RouteMap label={t('bundleLabel')} routes={routes} />
      </div>
    </>
  );
}

async function BundleTable({ routes }: { routes: readonly MapRoute[] }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('MapPage')]);
  const column = (key: 'firstCountry' | 'secondCountry' | 'partnershipCount') => ({ key, label: t(key), name: t(key) });
  return (
    <details className="fold">
      <summary>{t('asTable')}</summary>
      <DataTable
        caption={t('bundleLabel')}
        captionHidden
        columns={[column('firstCountry'), column('secondCountry'), { ...column('partnershipCount'), numeric: true }]}
        rows={routes.map(({ id, href, from, to, weight = 0 }) => ({
          key: id,
          cells: [
            from.name,
            to.name,
            <a href={href} key="count">
              {numberInDigits(weight, locale)}
            </a>,
          ],
        }))}
      />
    </details>
  );
}
