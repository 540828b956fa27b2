'use client';

import { useLocale, useTranslations } from 'next-intl';
import { dateInWords } from '#features/records/dates-in-words.ts';
import { firstDayOf, lastDayOf, yearsBefore } from '#features/records/partial-date.ts';
import { understandDate } from '#features/records/typed-date.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { Button } from '#ui/button.tsx';
import { useDynamicTexts } from './dynamic-texts.ts';

interface DateReadingProps {
  typed: string;
  /** Whether it is something else than what is stored. */
  isNews: boolean;
  /** The name of the field, and the list that it stands in. */
  field: string;
  list: string | undefined;
  onChoose: (date: string) => void;
}

/** After so long somebody should look again whether it is still true; the desk then asks for it. */
const SHELF_YEARS = 2;

/** What a typed date was understood as, in words; what is wrong with it and how to write it; or which of two days is meant. */
export function DateReading({ typed, isNews, field, list, onChoose }: DateReadingProps) {
  return (
    <div aria-live="polite" className="date-reading">
      {typed.trim() === '' ? null : (
        <Reading field={field} isNews={isNews} list={list} onChoose={onChoose} typed={typed} />
      )}
    </div>
  );
}

function Reading({ typed, isNews, field, list, onChoose }: DateReadingProps) {
  const t = useTranslations('Desk.date');
  const errors = useDynamicTexts('Errors');
  const locale = useLocale();
  const read = understandDate(typed);
  if ('date' in read) {
    const precision = { 4: 'year', 7: 'month' }[read.date.length] ?? 'day';
    const date = dateInWords(read.date, locale, 'formal');
    return (
      <>
        <p>{isNews ? t('understood', { date, precision }) : date}</p>
        <Meaning date={read.date} field={field} list={list} />
      </>
    );
  }
  if (read.fault !== 'dateAmbiguous') return <p className="date-fault">{errors(`fields.${read.fault}`)}</p>;
  return (
    <>
      <p className="date-fault">{t('which')}</p>
      <span className="button-row">
        {read.candidates.map((date) => (
          <Button key={date} onClick={() => onChoose(date)}>
            {dateInWords(date, locale, 'formal')}
          </Button>
        ))}
      </span>
    </>
  );
}

/** What follows from a date by itself: an agreement that ends, a check that grows old. */
function Meaning({ date, field, list }: { date: string; field: string; list: string | undefined }) {
  const t = useTranslations('Desk.date');
  const locale = useLocale();
  const today = siteDayOf(new Date());
  if (list === 'agreements' && field === 'inForceUntil') {
    const last = lastDayOf(date);
    const said = { date: dateInWords(last, locale) };
    return <p className="field-hint">{last < today ? t('ended', said) : t('ends', said)}</p>;
  }
  if (field !== 'checkedOn') return null;
  const until = yearsBefore(firstDayOf(date), -SHELF_YEARS);
  const said = { date: dateInWords(until, locale) };
  return <p className="field-hint">{until < today ? t('stale', said) : t('fresh', said)}</p>;
}
