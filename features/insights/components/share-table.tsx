import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { numberInDigits, percentInDigits } from '#features/records/dates-in-words.ts';
import { DataTable } from '#ui/data-table.tsx';
import { ShareBar } from '#ui/share-bar.tsx';

interface ShareTableProps {
  caption: string;
  columns: { what: string; count: string; share: string };
  /** Of how many the counts are. */
  total: number;
  rows: readonly { key: string; name: ReactNode; count: number }[];
}

/** How many of a whole, as number, share and bar. */
export function ShareTable({ caption, columns, total, rows }: ShareTableProps) {
  const locale = useLocale();
  const t = useTranslations('Freshness');
  const shareInWords = (count: number) => {
    if (total === 0) return '—';
    const percent = percentInDigits(count / total, locale);
    if (count > 0 && count / total < 0.01) return t('lessThan', { percent });
    return count < total && count / total > 0.99 ? t('moreThan', { percent }) : percent;
  };
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: 'what', label: columns.what, name: columns.what },
        { key: 'count', label: columns.count, name: columns.count, numeric: true },
        { key: 'share', label: columns.share, name: columns.share },
      ]}
      rows={rows.map(({ key, name, count }) => ({
        key,
        cells: [
          name,
          <bdi key="count">{numberInDigits(count, locale)}</bdi>,
          <ShareBar key="share" share={total === 0 ? 0 : count / total}>
            {shareInWords(count)}
          </ShareBar>,
        ],
      }))}
    />
  );
}
