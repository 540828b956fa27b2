import { useLocale, useTranslations } from 'next-intl';
import { DateText } from '#features/records/components/date-text.tsx';
import { publicPath } from '#features/records/public-path.ts';
import { localisePath } from '#i18n/locales.ts';
import { useWord } from '#i18n/use-word.ts';
import { DataTable } from '#ui/data-table.tsx';
import { distanceBetween } from '../bridge.ts';
import type { PartnershipSort } from '../list-question.ts';
import type { ListedPartnership } from '../queries/list-published-partnerships.ts';
import { DistanceText } from './distance-text.tsx';
import { ListedStatus } from './listed-status.tsx';
import { PairTitle } from './pair-title.tsx';
import { ThemeChips } from './theme-chips.tsx';

interface PartnershipTableProps {
  partnerships: readonly ListedPartnership[];
  /** The calendar day for which the status is computed. */
  day: string;
  /** How the rows are sorted, and where a press on a title leads; without it nothing can be sorted. */
  sorting?: { sort: PartnershipSort; hrefOf: (sort: PartnershipSort) => string };
}

const THEMES_MAX = 3;

/** Partnerships as rows: names, type, status, beginning, distance, themes. */
export function PartnershipTable({ partnerships, day, sorting }: PartnershipTableProps) {
  const t = useTranslations('Partnerships');
  const locale = useLocale();
  const typeWord = useWord('partnershipTypes');
  const columns = [
    { key: 'names', label: t('column'), name: t('column'), sort: sortOf(sorting, ['title']) },
    { key: 'type', label: t('type'), name: t('type') },
    { key: 'status', label: t('status'), name: t('status') },
    { key: 'since', label: t('since'), name: t('since'), sort: sortOf(sorting, ['oldest', 'newest']) },
    { key: 'distance', label: t('distance'), name: t('distance'), numeric: true },
    { key: 'themes', label: t('themes'), name: t('themes') },
  ];
  const rows = partnerships.map((partnership) => {
    const { id, slug, type, since, themes, parties } = partnership;
    const km = distanceBetween(parties);
    return {
      key: id,
      cells: [
        <a href={localisePath(locale, publicPath('partnership', slug))} key="names">
          <PairTitle partnership={partnership} />
        </a>,
        typeWord(type),
        <ListedStatus day={day} key="status" partnership={partnership} />,
        since === null ? t('unknownSince') : <DateText date={since} key="since" />,
        km === null ? '–' : <DistanceText key="distance" km={km} />,
        themes.length === 0 ? (
          '–'
        ) : (
          <span className="chips" key="themes">
            <ThemeChips most={THEMES_MAX} themes={themes} />
          </span>
        ),
      ],
    };
  });
  return <DataTable caption={t('title')} captionHidden columns={columns} rows={rows} />;
}

/** A press sorts upwards, and the other way round where it is sorted so already. */
function sortOf(sorting: PartnershipTableProps['sorting'], [up, down]: readonly [PartnershipSort, PartnershipSort?]) {
  if (sorting === undefined) return undefined;
  const { sort, hrefOf } = sorting;
  const next = sort === up && down !== undefined ? down : up;
  const order = sort === up ? 'ascending' : sort === down ? 'descending' : 'none';
  return { href: hrefOf(next), order } as const;
}
