import { useLocale, useTranslations } from 'next-intl';
import { dayText } from '#i18n/moment-text.ts';
import { StatusTag } from '#ui/status-tag.tsx';

/** The day until which somebody asked for a unit; that it has passed is said in words. */
export function DueTag({ dueOn, isOverdue }: { dueOn: string; isOverdue: boolean }) {
  const t = useTranslations('Desk');
  const locale = useLocale();
  const day = dayText(locale, dueOn);
  return (
    <StatusTag tone={isOverdue ? 'error' : 'note'}>
      {isOverdue ? t('overdueSince', { day }) : t('dueBy', { day })}
    </StatusTag>
  );
}
