'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { FormState } from '#features/accounts/form-state.ts';
import { useFieldWords } from '#features/kinds/components/field-names.tsx';
import { pathName } from '#features/kinds/components/path-name.ts';
import type { UnitView } from '#features/kinds/unit-view.ts';
import { DIRECTION, isLocale } from '#i18n/locales.ts';
import { Select } from '#ui/select.tsx';
import { CommentForm } from './comment-form.tsx';
import { type ChosenPlace, fieldAround, type NearField, selectedWords } from './form-beside.ts';
import type { MentionedColleague } from './use-mention.ts';

interface CommentComposerProps {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  hidden: Readonly<Record<string, string | number>>;
  colleagues: readonly MentionedColleague[];
  view: UnitView;
}

/** Room for a new comment: on the whole unit, on a field, or on words that were selected in the field from which one came. */
export function CommentComposer({ action, hidden, colleagues, view }: CommentComposerProps) {
  const t = useTranslations('Desk.talk');
  const [place, setPlace] = useState<ChosenPlace | null>(null);
  const text = useRef<HTMLTextAreaElement>(null);
  const near = useNearField();

  function comment({ path, control }: NearField) {
    setPlace({ path, quote: selectedWords(control) });
    text.current?.focus();
  }

  return (
    <>
      {near === null ? null : createPortal(<OnField onClick={() => comment(near)} />, near.head)}
      <CommentForm
        action={action}
        colleagues={colleagues}
        hidden={{ ...hidden, quote: place?.quote ?? '' }}
        id="comment"
        label={t('body')}
        submit={t('add')}
        text={text}
      >
        <PlaceChoice onChoose={setPlace} place={place} view={view} />
      </CommentForm>
    </>
  );
}

/** Stands beside the name of the field; the field keeps its selection, and whoever types their place. */
function OnField({ onClick }: { onClick: () => void }) {
  const t = useTranslations('Desk.talk');
  return (
    <button className="talk-on" onClick={onClick} onMouseDown={(event) => event.preventDefault()} type="button">
      {t('on')}
    </button>
  );
}

interface PlaceChoiceProps {
  place: ChosenPlace | null;
  view: UnitView;
  onChoose: (place: ChosenPlace | null) => void;
}

/** What the comment is about, which can also be chosen without the form beside. */
function PlaceChoice({ place, view, onChoose }: PlaceChoiceProps) {
  const t = useTranslations('Desk.talk');
  const words = useFieldWords(view.kind);
  const written = isLocale(view.scope) ? { lang: view.scope, dir: DIRECTION[view.scope] } : {};
  const names = view.fields.map(({ name }) => name);
  // The field of an item is offered once somebody came from it.
  const paths = place === null || names.includes(place.path) ? names : [...names, place.path];
  return (
    <>
      <Select
        choices={paths.map((path) => ({ value: path, text: pathName(path, { words, ...view }) }))}
        id="comment-place"
        label={t('about')}
        name="path"
        none={t('wholeUnit')}
        onChange={({ currentTarget: { value: path } }) => onChoose(path === '' ? null : { path, quote: '' })}
        value={place?.path ?? ''}
      />
      {place === null || place.quote === '' ? null : (
        <blockquote className="quoted" {...written}>
          {place.quote}
        </blockquote>
      )}
    </>
  );
}

/** The field of the form beside in which somebody is, or was last. */
function useNearField(): NearField | null {
  const [near, setNear] = useState<NearField | null>(null);
  useEffect(() => {
    const look = ({ target }: FocusEvent) => {
      if (target instanceof Element && target.classList.contains('talk-on')) return;
      const found = fieldAround(target);
      if (found !== null) setNear(found);
    };
    document.addEventListener('focusin', look);
    return () => document.removeEventListener('focusin', look);
  }, []);
  return near;
}
