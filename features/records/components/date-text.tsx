import { useLocale } from 'next-intl';
import { DIRECTION } from '#i18n/locales.ts';
import { dateInWords, type DateStyle } from '../dates-in-words.ts';

/** A date in words with its own direction, so that a number beside it cannot move into it. */
export function DateText({ date, style = 'plain' }: { date: string; style?: DateStyle }) {
  const locale = useLocale();
  return (
    <time dateTime={date} dir={DIRECTION[locale]}>
      {dateInWords(date, locale, style)}
    </time>
  );
}
