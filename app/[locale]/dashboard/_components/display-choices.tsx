'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef } from 'react';
import {
  type Choices,
  choicesFrom,
  followChoices,
  keepChoices,
  readChoices,
  showChoices,
} from '#app/client/choices.ts';

/** The theme is the one that pages for readers have as well. */
const CHOICES = [
  { name: 'theme', values: ['system', 'light', 'dark'] },
  { name: 'density', values: ['comfortable', 'compact'] },
] as const;

/** How somebody wants the desk to look: kept in this browser, shown at once. */
export function DisplayChoices() {
  const t = useTranslations('Desk.display');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    mark(form.current, readChoices());
    followChoices((choices) => {
      showChoices(choices);
      mark(form.current, choices);
    });
  }, []);
  return (
    <form className="desk-display needs-script" onChange={choose} ref={form}>
      {CHOICES.map(({ name, values }) => (
        <fieldset key={name}>
          <legend>{t(name)}</legend>
          {values.map((value, at) => (
            <label key={value}>
              <input autoComplete="off" defaultChecked={at === 0} name={name} type="radio" value={value} />
              <span>{t(value)}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </form>
  );
}

function choose({ currentTarget }: FormEvent<HTMLFormElement>): void {
  const given = Object.fromEntries([...new FormData(currentTarget)].map(([name, value]) => [name, String(value)]));
  const choices = choicesFrom(JSON.stringify({ ...readChoices(), ...given }));
  keepChoices(choices);
  showChoices(choices);
}

/** The boxes say what was chosen before. */
function mark(form: HTMLFormElement | null, choices: Choices): void {
  for (const { name } of CHOICES) {
    const field = form?.elements.namedItem(name);
    if (field instanceof RadioNodeList) field.value = choices[name];
  }
}
