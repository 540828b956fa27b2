'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { readTypedDate, understandDate } from '#features/records/typed-date.ts';
import type { Content } from '#features/records/model.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Select } from '#ui/select.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { Drawer } from './drawer.tsx';
import { useDynamicTexts } from './dynamic-texts.ts';
import { DateReading } from './date-reading.tsx';
import { useFormView } from './form-view.ts';
import { itemsInForm } from './live-items.ts';

/** The source that was chosen, or a new one with what is known of it; and whether it was looked at today. */
type CitedSource = { name: string; isChecked: boolean } & ({ id: string } | { source: Content });

interface CiteDialogProps {
  form: () => HTMLFormElement | null;
  offersStored: boolean;
  onEnd: (answer: CitedSource | null) => void;
}

/** Who says so: a source that the form has already, or a new one. */
export function CiteDialog({ form, offersStored, onEnd }: CiteDialogProps) {
  const t = useTranslations('Desk.cite');
  const [sources] = useState(() => {
    const place = offersStored ? form() : null;
    return place === null ? [] : itemsInForm(place, 'sources').map(({ id, name }) => ({ value: id, text: name }));
  });
  return (
    <Drawer onCancel={() => onEnd(null)} title={offersStored ? t('title') : t('titleNew')}>
      <CiteForm offersStored={offersStored} onEnd={onEnd} sources={sources} />
    </Drawer>
  );
}

interface CiteFormProps extends Omit<CiteDialogProps, 'form'> {
  sources: readonly { value: string; text: string }[];
}

function CiteForm({ sources, offersStored, onEnd }: CiteFormProps) {
  const t = useTranslations('Desk.cite');
  const errors = useDynamicTexts('Errors');
  const [chosen, setChosen] = useState('');
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = new FormData(event.currentTarget);
    const isChecked = typed.get('checked') === 'on';
    const known = sources.find(({ value }) => value === chosen);
    if (known !== undefined) return onEnd({ id: known.value, name: known.text, isChecked });
    const source = sourceOf(typed);
    const found = findFaults(source);
    setFaults(Object.fromEntries(Object.entries(found).map(([name, reason]) => [name, errors(`fields.${reason}`)])));
    const [first] = Object.keys(found);
    if (first === undefined) onEnd({ source, name: source['publisher'] ?? '', isChecked });
    else document.getElementById(`cite.${first}`)?.focus();
  }

  return (
    <form className="drawer-form" noValidate onSubmit={submit}>
      {sources.length === 0 ? null : (
        <Select
          choices={sources}
          id="cite.known"
          label={t('choose')}
          name="known"
          none={t('chooseNew')}
          onChange={(event) => setChosen(event.currentTarget.value)}
          value={chosen}
        />
      )}
      {chosen === '' ? <NewSourceFields faults={faults} /> : null}
      {offersStored ? <Checkbox defaultChecked id="cite.checked" label={t('checked')} name="checked" /> : null}
      <div className="button-row">
        <Button look="primary" type="submit">
          {offersStored ? t('submit') : t('submitNew')}
        </Button>
        <Button onClick={() => onEnd(null)}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

/** What is known of a source: who published it, and what else helps to find it. */
function NewSourceFields({ faults }: { faults: Readonly<Record<string, string>> }) {
  const t = useTranslations('Desk.cite');
  const { words } = useFormView();
  const [published, setPublished] = useState('');
  const line = (name: string) => ({
    id: `cite.${name}`,
    name,
    label: words.label(name, 'sources'),
    error: faults[name],
  });
  return (
    <>
      <TextInput {...line('publisher')} hint={t('publisherHint')} />
      <TextInput {...line('title')} />
      <TextInput {...line('url')} hint={t('urlHint')} type="url" />
      <DateField
        {...line('publishedOn')}
        after={<DateReading field="publishedOn" isNews list="sources" onChoose={setPublished} typed={published} />}
        onChange={(event) => setPublished(event.currentTarget.value)}
        value={published}
      />
    </>
  );
}

function sourceOf(typed: FormData): Partial<Record<string, string>> {
  const given = ['publisher', 'title', 'url', 'publishedOn'].map((name) => {
    const text = String(typed.get(name) ?? '').trim();
    return [name, name === 'publishedOn' ? readTypedDate(text) : text] as const;
  });
  return Object.fromEntries(given.filter(([, text]) => text !== ''));
}

/** What would be refused later is said while the dialog is open. */
function findFaults({ publisher, url, publishedOn }: Partial<Record<string, string>>): Partial<Record<string, string>> {
  const read = publishedOn === undefined ? null : understandDate(publishedOn);
  return {
    ...(publisher === undefined ? { publisher: 'required' } : {}),
    ...(url === undefined || /^https?:\/\/[^\s/]/u.test(url) ? {} : { url: 'webAddress' }),
    ...(read !== null && 'fault' in read ? { publishedOn: read.fault } : {}),
  };
}
