'use client';

import { useTranslations } from 'next-intl';
import { type FocusEvent, useState } from 'react';
import { CONTENT_PREFIX } from '#features/records/form-names.ts';
import { Select } from '#ui/select.tsx';
import type { TextedProps } from './control-props.ts';
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
  const [typed, setTyped] = useState<readonly Offer[]>([]);
  const offered = withoutTwins([...known, ...typed]);
  // A value that is offered no more stays chosen until somebody chooses another.
  const isKnown = chosen === '' || offered.some((offer) => offer.value === chosen);

  function look({ currentTarget: { form } }: FocusEvent<HTMLSelectElement>) {
    if (inForm !== null && form !== null) setTyped(inForm(form));
  }

  const after =
    inForm === null ? (
      texts.after
    ) : (
      <>
        {texts.after}
        <p className="field-hint without-script">{t('saveOnce')}</p>
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
    />
  );
}

function withoutTwins(offers: readonly Offer[]): Offer[] {
  return [...new Map(offers.map((offer) => [offer.value, offer])).values()];
}
