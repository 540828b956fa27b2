import { useLocale, useTranslations } from 'next-intl';
import { numberInDigits } from '#features/records/dates-in-words.ts';

/** Says so where a page shows some of a list only. */
export function SomeOf({ shown, total }: { shown: number; total: number }) {
  const t = useTranslations('RecordPages');
  const locale = useLocale();
  if (shown >= total) return null;
  return (
    <p className="muted small">
      {t('some', { shown: numberInDigits(shown, locale), total: numberInDigits(total, locale) })}
    </p>
  );
}
