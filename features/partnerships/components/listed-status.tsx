import { useTranslations } from 'next-intl';
import { StatusTag } from '#ui/status-tag.tsx';
import { statusOn } from '../model.ts';
import type { ListedPartnership } from '../queries/list-published-partnerships.ts';
import { isUnchecked } from '../unchecked.ts';
import { StatusBadge } from './status-badge.tsx';

interface ListedStatusProps {
  partnership: ListedPartnership;
  /** The calendar day for which the status is computed. */
  day: string;
}

/** The status of a partnership in a list, and a warning where an import brought it and nobody has looked at it since. */
export function ListedStatus({ partnership, day }: ListedStatusProps) {
  const t = useTranslations('Partnerships');
  const status = statusOn(day, partnership);
  return (
    <span className="status-line">
      <StatusBadge status={status} />
      {isUnchecked(partnership, status) ? <StatusTag tone="warn">{t('unchecked')}</StatusTag> : null}
    </span>
  );
}
