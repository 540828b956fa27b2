'use client';

import { useTranslations } from 'next-intl';
import { type FormState, typedValue } from '#features/accounts/form-state.ts';
import type { KindName } from '#features/records/model.ts';
import { LANGUAGE_NAME, type Locale, LOCALES } from '#i18n/locales.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Notice } from '#ui/notice.tsx';
import { Select } from '#ui/select.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useDynamicTexts } from './dynamic-texts.ts';
import { useFieldWords } from './field-names.tsx';
import { refusalText } from './form-problems.tsx';
import { problemText } from './problem-text.ts';
import { formOf, useSending } from './use-sending.ts';

interface NewRecordFormProps {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  kind: KindName;
  locale: Locale;
  prefix: string;
  submitKey: string;
}

/** The first words of a record: a title in the language it is written in. */
export function NewRecordForm({ action, kind, locale, prefix, submitKey }: NewRecordFormProps) {
  const t = useTranslations('Desk');
  const errors = useDynamicTexts('Errors');
  const words = useFieldWords(kind);
  const { state, post, send, isPending } = useSending(action);
  const [problem] = state.status === 'refused' ? (state.fields ?? []) : [];
  const error = problem === undefined ? undefined : problemText(errors, problem);
  return (
    <form action={post} className="unit-form" noValidate onSubmit={(event) => send(formOf(event))}>
      <input name="kind" type="hidden" value={kind} />
      <input name="prefix" type="hidden" value={prefix} />
      <input name="submitKey" type="hidden" value={submitKey} />
      {error === undefined ? null : <ErrorSummary faults={[{ field: 'title', text: error }]} title={t('problems')} />}
      {state.status === 'refused' && error === undefined ? (
        <Notice kind="error" role="alert" title={t('refused')}>
          <p>{refusalText(errors, state)}</p>
        </Notice>
      ) : null}
      <TextInput
        autoComplete="off"
        defaultValue={typedValue(state, 'title')}
        error={error}
        hint={t('newHint')}
        id="title"
        label={words.label('title')}
        name="title"
      />
      <Select
        choices={LOCALES.map((value) => ({ value, text: LANGUAGE_NAME[value] }))}
        defaultValue={typedValue(state, 'sourceLocale') ?? locale}
        id="sourceLocale"
        label={t('newLanguage')}
        name="sourceLocale"
      />
      <div className="button-row">
        <Button disabled={isPending} look="primary" type="submit">
          {t('newSubmit')}
        </Button>
      </div>
    </form>
  );
}
