import { useFormatter, useTranslations } from 'next-intl';
import { StatusTag } from '#ui/status-tag.tsx';

/** The day until which somebody asked for a unit; that it has passed is said in words. */
export function DueTag({ dueOn, isOverdue }: { dueOn: string; isOverdue: boolean }) {
  const t = useTranslations('Desk');
  const format = useFormatter();
  const day = format.dateTime(new Date(`${dueOn}T00:00:00Z`), {
    dateStyle: 'long',
    timeZone: 'UTC',
    numberingSystem: 'latn',
  });
  return (
    <StatusTag tone={isOverdue ? 'error' : 'note'}>
      {isOverdue ? t('overdueSince', { day }) : t('dueBy', { day })}
    </StatusTag>
  );
}
