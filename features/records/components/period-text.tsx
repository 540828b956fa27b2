import { useLocale, useTranslations } from 'next-intl';
import { DIRECTION } from '#i18n/locales.ts';
import { periodInWords } from '../dates-in-words.ts';
import { DateText } from './date-text.tsx';

interface PeriodTextProps {
  from: string;
  /** Left out for a single date. */
  until?: string | null | undefined;
}

/** A period in words. A dash would turn around in Arabic, so the ends stand between words. */
export function PeriodText({ from, until }: PeriodTextProps) {
  const locale = useLocale();
  const t = useTranslations('Time');
  if (!until || until === from) return <DateText date={from} />;
  const words = periodInWords(from, until, locale);
  const direction = DIRECTION[locale];
  return t.rich('period', {
    from: () => (
      <time dateTime={from} dir={direction}>
        {words.from}
      </time>
    ),
    until: () => (
      <time dateTime={until} dir={direction}>
        {words.until}
      </time>
    ),
  });
}
