import { useLocale, useTranslations } from 'next-intl';
import { numberInDigits } from '#features/records/dates-in-words.ts';

/** A distance with its unit. */
export function DistanceText({ km }: { km: number }) {
  const t = useTranslations('Common');
  return <span className="numeric">{t('distance', { distance: numberInDigits(km, useLocale()) })}</span>;
}
