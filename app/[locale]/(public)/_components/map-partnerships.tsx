import { useLocale, useTranslations } from 'next-intl';
import { getLocale } from 'next-intl/server';
import { RouteMap } from '#features/map/components/route-map.tsx';
import { useLineWords } from '#features/map/components/use-line-words.ts';
import { linesOfPartnership } from '#features/map/partnership-lines.ts';
import { rankClass } from '#features/map/rank-class.ts';
import { distanceBetween } from '#features/partnerships/bridge.ts';
import { DistanceText } from '#features/partnerships/components/distance-text.tsx';
import { PairTitle } from '#features/partnerships/components/pair-title.tsx';
import {
  type ListedPartnership,
  listPublishedPartnerships,
} from '#features/partnerships/queries/list-published-partnerships.ts';
import { DateText } from '#features/records/components/date-text.tsx';
import { LocalText } from '#features/records/components/local-text.tsx';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { nearestText } from '#i18n/nearest-text.ts';
import { publicPath } from '#features/records/public-path.ts';
import { type Locale, localisePath } from '#i18n/locales.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Notice } from '#ui/notice.tsx';

interface MapPartnershipsProps {
  ids: readonly string[];
  /** How many there are in all; the map may show fewer. */
  total: number;
}

/** Every partnership as a line, in a list beside the map, and as a table. */
export async function MapPartnerships({ ids, total }: MapPartnershipsProps) {
  const partnerships = await listPublishedPartnerships(await getLocale(), { ids });
  return <DrawnPartnerships partnerships={partnerships} total={total} />;
}

interface DrawnPartnershipsProps {
  partnerships: readonly ListedPartnership[];
  /** How many there are in all. */
  total: number;
}

/** Partnerships as lines, in a list beside the map, and as a table. */
export function DrawnPartnerships({ partnerships, total }: DrawnPartnershipsProps) {
  const t = useTranslations('MapPage');
  const words = useLineWords();
  const { locale } = words;
  const shown = partnerships.length;
  const routes = partnerships.flatMap((partnership, rank) => linesOfPartnership(partnership, rank, words));
  return (
    <>
      {total > shown ? (
        <Notice kind="note">
          <p>{t('first', { shown: numberInDigits(shown, locale), total: numberInDigits(total, locale) })}</p>
        </Notice>
      ) : null}
      <PartnershipTable partnerships={partnerships} />
      <div className="map-view">
        <ol className="map-list">
          {partnerships.map((partnership, rank) => (
            <li className={rankClass(rank)} key={partnership.id}>
              <a href={addressOf(partnership, locale)}>
                <PairTitle partnership={partnership} />
              </a>
              <PartnershipFacts partnership={partnership} />
            </li>
          ))}
        </ol>
        <RouteMap label={t('mapLabel')} routes={routes} />
      </div>
    </>
  );
}

function PartnershipFacts({ partnership: { parties, since } }: { partnership: ListedPartnership }) {
  const km = distanceBetween(parties);
  if (since === null && km === null) return null;
  return (
    <span className="small dot-list">
      {since === null ? null : <DateText date={since.slice(0, 7)} />}
      {km === null ? null : <DistanceText km={km} />}
    </span>
  );
}

function PartnershipTable({ partnerships }: { partnerships: readonly ListedPartnership[] }) {
  const locale = useLocale();
  const t = useTranslations('MapPage');
  const column = (key: 'partnership' | 'since' | 'distance' | 'themes') => ({ key, label: t(key), name: t(key) });
  return (
    <details className="fold">
      <summary>{t('asTable')}</summary>
      <DataTable
        caption={t('mapLabel')}
        captionHidden
        columns={[column('partnership'), column('since'), { ...column('distance'), numeric: true }, column('themes')]}
        rows={partnerships.map((partnership) => {
          const km = distanceBetween(partnership.parties);
          return {
            key: partnership.id,
            cells: [
              <a href={addressOf(partnership, locale)} key="name">
                <PairTitle partnership={partnership} />
              </a>,
              partnership.since === null ? t('unknown') : <DateText date={partnership.since} key="since" />,
              km === null ? t('unknown') : <DistanceText key="distance" km={km} />,
              <ThemeWords key="themes" locale={locale} themes={partnership.themes} />,
            ],
          };
        })}
      />
    </details>
  );
}

function ThemeWords({ themes, locale }: { themes: ListedPartnership['themes']; locale: Locale }) {
  return (
    <span className="comma-list">
      {themes.map(({ id, names }) => {
        const words = nearestText(names, locale);
        return words === null ? null : (
          <span key={id}>
            <LocalText words={words} />
          </span>
        );
      })}
    </span>
  );
}

function addressOf({ slug }: ListedPartnership, locale: Locale): string {
  return localisePath(locale, publicPath('partnership', slug));
}
