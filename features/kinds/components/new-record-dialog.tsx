'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import type { FormState } from '#features/accounts/form-state.ts';
import { foldName } from '#features/records/fold-name.ts';
import { KIND_NAMES, type KindName } from '#features/records/model.ts';
import { LANGUAGE_NAME, type Locale, LOCALES } from '#i18n/locales.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Select } from '#ui/select.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { createRecordAction } from '../actions.ts';
import type { RecordOption } from '../record-option.ts';
import { Drawer } from './drawer.tsx';
import { useDynamicTexts } from './dynamic-texts.ts';
import { useFieldWords } from './field-names.tsx';
import { fetchOptions } from './fetch-options.ts';
import { refusalText, SignInAgain } from './form-problems.tsx';
import { NewRecordFacts } from './new-record-facts.tsx';
import { OptionLine } from './picker-list.tsx';
import { problemText } from './problem-text.ts';
import { useSending } from './use-sending.ts';

interface NewRecordDialogProps {
  kinds: readonly KindName[];
  /** What was typed where the record is missing. */
  name: string;
  /** Closed: with the record that was made or chosen, or with none. */
  onEnd: (made: RecordOption | null) => void;
}

/** The smallest form of a record that is missing in a list; the form beneath stays as it is. */
export function NewRecordDialog({ kinds, name, onEnd }: NewRecordDialogProps) {
  const t = useTranslations('Desk');
  return (
    <Drawer onCancel={() => onEnd(null)} title={t('newRecord.title')}>
      <p className="field-hint">{t('newRecord.hint')}</p>
      <SmallForm kinds={kinds} name={name} onEnd={onEnd} />
    </Drawer>
  );
}

function SmallForm({ kinds, name, onEnd }: NewRecordDialogProps) {
  const t = useTranslations('Desk');
  const locale = useLocale();
  const [kind, setKind] = useState<KindName>(kinds[0] ?? 'place');
  const [submitKey] = useState(() => crypto.randomUUID());
  const words = useFieldWords(kind);
  const { send, state, isPending, problemAt } = useCreating(onEnd);
  const { twins, findTwins } = useTwins(kind);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    // Whoever was shown what is there already and presses again means another one.
    if ((await findTwins(form)) === 'seen') send(form);
  }

  return (
    <form className="drawer-form" noValidate onSubmit={(event) => void submit(event)}>
      <input name="stays" type="hidden" value="on" />
      <input name="submitKey" type="hidden" value={submitKey} />
      {kinds.length > 1 ? (
        <Select
          choices={kinds.map((value) => ({ value, text: t(`kind.${value}`) }))}
          id="drawer.kind"
          label={t('columnKind')}
          name="kind"
          onChange={(event) => setKind(kinds.find((one) => one === event.currentTarget.value) ?? kind)}
          value={kind}
        />
      ) : (
        <input name="kind" type="hidden" value={kind} />
      )}
      <TitleField error={problemAt('title')} label={words.label('title')} name={name} />
      <Select
        choices={LOCALES.map((value) => ({ value, text: LANGUAGE_NAME[value] }))}
        defaultValue={languageOf(name, locale)}
        id="drawer.sourceLocale"
        label={t('newLanguage')}
        name="sourceLocale"
      />
      <NewRecordFacts kind={kind} prefix="drawer." problemAt={problemAt} />
      <Refusal state={state} />
      <Twins onEnd={onEnd} twins={twins} />
      <div className="button-row">
        <Button disabled={isPending} look="primary" type="submit">
          {twins.length > 0 ? t('newRecord.another') : t('newRecord.submit')}
        </Button>
        <Button onClick={() => onEnd(null)}>{t('newRecord.cancel')}</Button>
      </div>
    </form>
  );
}

function TitleField({ name, label, error }: { name: string; label: string; error: string | undefined }) {
  return (
    <TextInput autoComplete="off" defaultValue={name} error={error} id="drawer.title" label={label} name="title" />
  );
}

/** The refusal as a whole; what is about one field stands there. */
function Refusal({ state }: { state: FormState }) {
  const t = useTranslations('Desk');
  const errors = useDynamicTexts('Errors');
  if (state.status !== 'refused') return null;
  return (
    <Notice kind="error" role="alert" title={t('refused')}>
      <p>{refusalText(errors, state)}</p>
      {state.code === 'signedOut' ? <SignInAgain /> : null}
    </Notice>
  );
}

function Twins({ twins, onEnd }: { twins: readonly RecordOption[]; onEnd: NewRecordDialogProps['onEnd'] }) {
  const t = useTranslations('Desk.newRecord');
  if (twins.length === 0) return null;
  return (
    <Notice kind="warn" role="alert" title={t('twins')}>
      <ul className="twins">
        {twins.map((twin) => (
          <li key={twin.id}>
            <OptionLine option={twin} />
            <Button onClick={() => onEnd(twin)}>{t('choose')}</Button>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Makes the record, and answers it as a list would offer it. */
function useCreating(onEnd: NewRecordDialogProps['onEnd']) {
  const errors = useDynamicTexts('Errors');
  const sending = useSending(async (previous, form) => {
    const state = await createRecordAction(previous, form);
    if (state.status === 'done') onEnd(optionMade(state.result, form));
    return state;
  });
  const { state } = sending;
  const problemAt = (path: string) => {
    const problem = state.status === 'refused' ? state.fields?.find((field) => field.path === path) : undefined;
    return problem === undefined ? undefined : problemText(errors, problem);
  };
  return { ...sending, problemAt };
}

/** The records that are probably the one that somebody is about to make. */
function useTwins(kind: KindName) {
  const locale = useLocale();
  const [twins, setTwins] = useState<readonly RecordOption[]>([]);
  const [asked, setAsked] = useState('');

  async function findTwins(form: FormData): Promise<'found' | 'seen'> {
    const [search, latitude, longitude] = ['title', 'content.latitude', 'content.longitude'].map((field) => {
      return String(form.get(field) ?? '').trim();
    });
    const question = [kind, foldName(search ?? ''), latitude, longitude].join('|');
    if (question === asked) return 'seen';
    const near = { latitude: latitude ?? '', longitude: longitude ?? '' };
    const found = search === '' ? [] : await fetchOptions({ kinds: [kind], search: search ?? '', locale, near });
    const alike = (found ?? []).filter(({ isTwin }) => isTwin);
    setAsked(question);
    setTwins(alike);
    return alike.length === 0 ? 'seen' : 'found';
  }

  return { twins, findTwins };
}

function optionMade({ id, ref }: { id: string; ref: string }, form: FormData): RecordOption {
  const kind = KIND_NAMES.find((name) => name === form.get('kind')) ?? 'place';
  const title = String(form.get('title')).trim();
  return {
    id,
    ref,
    kind,
    title,
    titleLocale: null,
    slug: null,
    sort: null,
    country: null,
    isPublic: false,
    isTwin: false,
  };
}

/** A name in Arabic letters was not meant as the German one. */
function languageOf(name: string, reader: Locale): Locale {
  const isArabic = /\p{Script=Arabic}/u.test(name);
  if (isArabic) return 'ar';
  return reader === 'ar' && /\p{Script=Latin}/u.test(name) ? 'en' : reader;
}
