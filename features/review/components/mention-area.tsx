'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { Field, fieldAttributes } from '#ui/field.tsx';
import { type MentionedColleague, type Mentioning, useMention } from './use-mention.ts';

interface MentionAreaProps {
  colleagues: readonly MentionedColleague[];
  id: string;
  label: string;
  error?: string | undefined;
  defaultValue?: string | undefined;
  text: RefObject<HTMLTextAreaElement | null>;
}

/** A field for a comment in which `@` offers the names of colleagues. */
export function MentionArea({ colleagues, id, label, error, defaultValue, text }: MentionAreaProps) {
  const t = useTranslations('Desk.talk');
  const mentioning = useMention(colleagues, text);
  const { typed, offered, chosen, picked, look, close, steer } = mentioning;
  const texts = { id, label, hint: t('bodyHint'), error };
  return (
    <div className="mention-area">
      {picked.map((person, index) => (
        <input key={`${person}-${String(index)}`} name="mention" type="hidden" value={person} />
      ))}
      <Field texts={texts}>
        <textarea
          {...fieldAttributes(texts)}
          aria-activedescendant={chosen === undefined ? undefined : `${id}-${chosen.id}`}
          aria-autocomplete="list"
          aria-controls={chosen === undefined ? undefined : `${id}-names`}
          className="input free-words"
          defaultValue={defaultValue}
          name="body"
          onBlur={close}
          onClick={look}
          onInput={look}
          onKeyDown={steer}
          ref={text}
          rows={3}
        />
      </Field>
      <p aria-live="polite" className="sr-only">
        {typed === null ? '' : t('found', { count: offered.length })}
      </p>
      {offered.length === 0 ? null : <Names id={id} mentioning={mentioning} />}
    </div>
  );
}

/** The names that fit; the field keeps the focus and says which one is meant. */
function Names({ id, mentioning: { offered, chosen, take } }: { id: string; mentioning: Mentioning }) {
  const t = useTranslations('Desk.talk');
  return (
    <div aria-label={t('colleagues')} className="mention-names" id={`${id}-names`} role="listbox">
      {offered.map((one) => (
        <div
          aria-selected={one === chosen}
          id={`${id}-${one.id}`}
          key={one.id}
          // Before the field loses its place.
          onMouseDown={(event) => {
            event.preventDefault();
            take(one);
          }}
          role="option"
          tabIndex={-1}
        >
          <bdi>{one.name}</bdi>{' '}
          <bdi className="small muted" dir="ltr">
            {one.email}
          </bdi>
        </div>
      ))}
    </div>
  );
}
