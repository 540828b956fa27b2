'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type FormState, typedValue } from '#features/accounts/form-state.ts';
import type { KindName } from '#features/records/model.ts';
import { slugOf } from '#features/records/slug-of.ts';
import { isLocale, LANGUAGE_NAME, type Locale, LOCALES } from '#i18n/locales.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { Select } from '#ui/select.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useDynamicTexts } from './dynamic-texts.ts';
import { useFieldWords } from './field-names.tsx';
import { refusalText } from './form-problems.tsx';
import { NewPair, type Pair, slugOfPair, titleOfPair } from './new-pair.tsx';
import { NewRecordFacts } from './new-record-facts.tsx';
import { problemText } from './problem-text.ts';
import { formOf, useSending } from './use-sending.ts';

interface NewRecordFormProps {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  kind: KindName;
  locale: Locale;
  prefix: string;
  submitKey: string;
}

/** The first words of a record: a title in the language it is written in, and what can be said at once. */
export function NewRecordForm({ action, kind, locale, prefix, submitKey }: NewRecordFormProps) {
  const t = useTranslations('Desk');
  const words = useFieldWords(kind);
  const { state, post, send, isPending } = useSending(action);
  const problemAt = useProblems(state);
  const typed = (name: string) => typedValue(state, name);
  const [source, setSource] = useState<Locale>(localeOf(typed('sourceLocale'), locale));
  // What somebody wrote themselves is never taken out of their hands.
  const [own, setOwn] = useState({ title: typed('title'), slug: typed('content.slug') });
  const [pair, setPair] = useState<Pair>({});
  const title = own.title ?? titleOfPair(pair, source);
  const place = useEarlyTitle((early) => setOwn((known) => ({ ...known, title: early })));
  return (
    <form action={post} className="unit-form" noValidate onSubmit={(event) => send(formOf(event))} ref={place}>
      <input name="kind" type="hidden" value={kind} />
      <input name="prefix" type="hidden" value={prefix} />
      <input name="submitKey" type="hidden" value={submitKey} />
      <Refusal problemAt={problemAt} state={state} />
      {kind === 'partnership' ? (
        <NewPair
          onPick={(side, option) => setPair((known) => ({ ...known, [side]: option }))}
          problemAt={problemAt}
          typed={typed}
        />
      ) : null}
      <TextInput
        autoComplete="off"
        error={problemAt('title')}
        hint={t('newHint')}
        id="title"
        label={words.label('title')}
        name="title"
        onChange={(event) => setOwn({ ...own, title: event.currentTarget.value })}
        value={title}
      />
      <Select
        choices={LOCALES.map((value) => ({ value, text: LANGUAGE_NAME[value] }))}
        id="sourceLocale"
        label={t('newLanguage')}
        name="sourceLocale"
        onChange={(event) => setSource(localeOf(event.currentTarget.value, locale))}
        value={source}
      />
      <NewRecordFacts kind={kind} problemAt={problemAt} typed={typed} />
      <SlugField
        error={problemAt('slug')}
        kind={kind}
        onType={(slug) => setOwn({ ...own, slug })}
        slug={own.slug ?? (slugOfPair(pair) || slugOf(title))}
      />
      <div className="button-row">
        <Button disabled={isPending} look="primary" type="submit">
          {t('newSubmit')}
        </Button>
      </div>
      <NextSteps />
    </form>
  );
}

/** The form; what was typed in its title before script ran stands in the page only, and is told. */
function useEarlyTitle(tell: (title: string) => void) {
  const place = useRef<HTMLFormElement>(null);
  const look = useEffectEvent(() => {
    const early = place.current?.querySelector<HTMLInputElement>('#title')?.value ?? '';
    if (early !== '') tell(early);
  });
  useEffect(() => look(), []);
  return place;
}

interface SlugFieldProps {
  kind: KindName;
  slug: string;
  error: string | undefined;
  onType: (slug: string) => void;
}

/** The address part, suggested from the title until somebody writes another. */
function SlugField({ kind, slug, error, onType }: SlugFieldProps) {
  const t = useTranslations('Desk');
  const words = useFieldWords(kind);
  return (
    <TextInput
      autoComplete="off"
      code
      error={error}
      hint={t('newSlugHint')}
      id="content.slug"
      label={words.label('slug')}
      name="content.slug"
      onChange={(event) => onType(event.currentTarget.value)}
      value={slug}
    />
  );
}

/** What has to happen before readers see it. */
function NextSteps() {
  const t = useTranslations('Desk.newSteps');
  return (
    <section className="new-steps">
      <h2>{t('title')}</h2>
      <ol>
        <li>{t('facts')}</li>
        <li>{t('text')}</li>
        <li>{t('release')}</li>
      </ol>
    </section>
  );
}

/** The controls of this form by what is wrong with them. */
const CONTROLS: Readonly<Record<string, string>> = { title: 'title' };

function Refusal({ state, problemAt }: { state: FormState; problemAt: (path: string) => string | undefined }) {
  const t = useTranslations('Desk');
  const errors = useDynamicTexts('Errors');
  if (state.status !== 'refused') return null;
  const faults = (state.fields ?? []).map(({ path }) => ({
    field: CONTROLS[path] ?? `content.${path}`,
    text: problemAt(path),
  }));
  if (faults.length > 0) return <ErrorSummary faults={faults} title={t('problems')} />;
  return (
    <Notice kind="error" role="alert" title={t('refused')}>
      <p>{refusalText(errors, state)}</p>
    </Notice>
  );
}

function useProblems(state: FormState): (path: string) => string | undefined {
  const errors = useDynamicTexts('Errors');
  return (path) => {
    const problem = state.status === 'refused' ? state.fields?.find((field) => field.path === path) : undefined;
    return problem === undefined ? undefined : problemText(errors, problem);
  };
}

function localeOf(text: string | undefined, otherwise: Locale): Locale {
  return text !== undefined && isLocale(text) ? text : otherwise;
}
