import { useTranslations } from 'next-intl';
import { DateText } from '#features/records/components/date-text.tsx';
import type { StatusBasis } from '../status-basis.ts';

/** The fact that a status rests on, as a sentence. */
export function StatusBasisText({ basis: { reason, date } }: { basis: StatusBasis }) {
  const t = useTranslations('Partnerships.basis');
  if (reason === 'nothing') return t('nothing');
  if (date === null) return t('withoutDate');
  return t.rich(reason, { date: () => <DateText date={date} /> });
}
