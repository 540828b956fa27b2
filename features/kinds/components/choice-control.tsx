'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { CONTENT_PREFIX } from '#features/records/form-names.ts';
import { Select } from '#ui/select.tsx';
import { NewSource } from './cite-source.tsx';
import type { TextedProps } from './control-props.ts';
import { useFormChanged } from './form-change.ts';
import { useFormView } from './form-view.ts';
import { type Offer, useOffers } from './use-offers.ts';

/** One value of a list: of a closed one, or of what stands elsewhere in the same form, saved or not. */
export function ChoiceControl({ field, path, value, texts }: TextedProps) {
  const t = useTranslations('Desk');
  const { posted } = useFormView();
  const name = `${CONTENT_PREFIX}${path}`;
  const stored = typeof value === 'string' ? value : '';
  const chosen = posted === null ? stored : (posted.get(name)?.[0] ?? '');
  const { stored: known, inForm } = useOffers(field);
  const changed = useFormChanged();
  const select = useRef<HTMLSelectElement>(null);
  const [typed, setTyped] = useState<readonly Offer[]>([]);
  const [taken, setTaken] = useState<string | null>(null);
  const offered = withoutTwins([...known, ...typed]);
  // A value that is offered no more stays chosen until somebody chooses another.
  const isKnown = chosen === '' || offered.some((offer) => offer.value === chosen);

  function look() {
    const form = select.current?.form ?? null;
    if (inForm !== null && form !== null) setTyped(inForm(form));
  }
  // What was added to the form a moment ago is called by its name at once.
  const lookOnce = useEffectEvent(() => {
    if (!isKnown) look();
  });
  useEffect(() => lookOnce(), []);
  useEffect(() => {
    if (taken !== null && select.current !== null) select.current.value = taken;
  }, [taken]);

  function take(source: Offer) {
    setTyped([...typed, source]);
    setTaken(source.value);
    changed();
  }

  const after = (
    <>
      {texts.after}
      {inForm === null ? null : <p className="field-hint without-script">{t('saveOnce')}</p>}
      {field.itemsOf === 'sources' ? <NewSource onAdd={take} /> : null}
    </>
  );
  return (
    <Select
      {...texts}
      after={after}
      choices={isKnown ? offered : [...offered, { value: chosen, text: chosen }]}
      defaultValue={chosen}
      name={name}
      none={t('none')}
      onFocus={look}
      ref={select}
    />
  );
}

function withoutTwins(offers: readonly Offer[]): Offer[] {
  return [...new Map(offers.map((offer) => [offer.value, offer])).values()];
}
