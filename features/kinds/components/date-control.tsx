'use client';

import { useTranslations } from 'next-intl';
import { type ComponentProps, useRef, useState } from 'react';
import { siteDayOf } from '#i18n/time-zone.ts';
import { Button } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import type { ControlProps } from './control-props.ts';
import { DateReading } from './date-reading.tsx';
import { useFormChanged } from './form-change.ts';

/** Dates that say when somebody looked: most of the time that is now. */
const LOOKED_AT: ReadonlySet<string> = new Set(['checkedOn', 'retrievedOn']);

type DateControlProps = Pick<ControlProps, 'field' | 'list'> & ComponentProps<typeof DateField>;

/** A date in digits or words, with what was understood said below while somebody types. */
export function DateControl({ field, list, ...rest }: DateControlProps) {
  const t = useTranslations('Desk.date');
  const changed = useFormChanged();
  const input = useRef<HTMLInputElement>(null);
  const stored = String(rest.defaultValue ?? '');
  const [typed, setTyped] = useState(stored);

  function put(date: string) {
    if (input.current === null) return;
    input.current.value = date;
    setTyped(date);
    changed();
    input.current.focus();
  }

  return (
    <DateField
      {...rest}
      after={
        <>
          {rest.after}
          <DateReading field={field.name} isNews={typed !== stored} list={list} onChoose={put} typed={typed} />
        </>
      }
      beside={
        <>
          {LOOKED_AT.has(field.name) ? (
            <Button className="needs-script" icon="check" onClick={() => put(siteDayOf(new Date()))}>
              {t(field.name === 'checkedOn' ? 'checkedToday' : 'today')}
            </Button>
          ) : null}
          <Calendar onChoose={put} />
        </>
      }
      // Words of a right-to-left script run their own way; digits and signs would be read from the wrong end there.
      dir={/\p{Script=Arabic}/u.test(typed.replaceAll(/\p{Nd}/gu, '')) ? 'rtl' : 'ltr'}
      onInput={(event) => setTyped(event.currentTarget.value)}
      ref={input}
    />
  );
}

/** The calendar of the browser, for those who have a mouse or a finger: the field itself is quicker with a keyboard. */
function Calendar({ onChoose }: { onChoose: (day: string) => void }) {
  const t = useTranslations('Desk.date');
  const native = useRef<HTMLInputElement>(null);
  return (
    <span className="date-calendar needs-script">
      <Button
        aria-label={t('calendar')}
        icon="calendar"
        look="quiet"
        onClick={() => native.current?.showPicker()}
        tabIndex={-1}
      />
      <input
        aria-hidden="true"
        onChange={(event) => {
          event.stopPropagation();
          if (event.currentTarget.value !== '') onChoose(event.currentTarget.value);
        }}
        ref={native}
        tabIndex={-1}
        type="date"
      />
    </span>
  );
}
