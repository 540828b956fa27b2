'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, startTransition, useEffect, useMemo, useState } from 'react';
import type { FormState, RefusedState } from '#features/accounts/form-state.ts';
import type { FieldDescription } from '#features/records/describe-fields.ts';
import type { FieldProblem } from '#platform/problem.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { SaveState } from '#ui/save-state.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { optionText } from '../field-values.ts';
import { controlName, type Posted, postedFields } from '../posted-items.ts';
import type { UnitView } from '../unit-view.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import { FieldControl, optionsId } from './field-control.tsx';
import { useFieldWords } from './field-names.ts';
import { FormProblems } from './form-problems.tsx';
import { type FormView, FormViewProvider } from './form-view.ts';
import { ItemTexts } from './item-texts.tsx';
import { ListItems } from './list-items.tsx';

/** The server takes a little more; a text of this size is a mistake anyway, and this way it stays in the form. */
const FORM_LENGTH_MAX = 3_000_000;

interface UnitFieldsProps {
  view: UnitView;
  state: FormState;
  post: (form: FormData) => void;
  isPending: boolean;
}

/** The fields of one unit with what became of the last save. Nothing typed is ever taken out of them. */
export function UnitFields({ view, state, post, isPending }: UnitFieldsProps) {
  const t = useTranslations('Desk');
  const [tooLarge, setTooLarge] = useState(false);
  const [isDirty, setDirty] = useState(false);
  useLeaveGuard(isDirty && !isPending);
  const shown = useShown(view, state);

  function submit(event: FormEvent<HTMLFormElement>) {
    // React would empty the fields of a form that it posts by itself; whatever the answer is, the text stays.
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    form.set('submitKey', submitKeyOf(form, view.submitKey));
    const length = [...form.values()].reduce((sum, value) => sum + String(value).length, 0);
    setTooLarge(length > FORM_LENGTH_MAX);
    if (length <= FORM_LENGTH_MAX) startTransition(() => post(form));
  }

  return (
    <FormViewProvider value={shown}>
      <form action={post} className="unit-form" noValidate onChange={() => setDirty(true)} onSubmit={submit}>
        <Hidden view={shown} />
        <FormProblems state={tooLarge ? TOO_LARGE : state} view={shown} />
        {state.status === 'refused' && state.conflicts !== undefined ? (
          <ConflictPanel state={state} view={shown} />
        ) : null}
        {view.fields.map((field) => (
          <UnitField content={view.content} field={field} key={field.name} />
        ))}
        <OptionLists view={view} />
        <div className="unit-form-note">
          <TextInput
            defaultValue={shown.posted?.get('note')?.[0] ?? ''}
            id="note"
            label={t('note')}
            maxLength={500}
            name="note"
          />
          {view.scope === view.sourceLocale ? <Checkbox id="minor" label={t('minor')} name="minor" /> : null}
        </div>
        <div className="unit-form-end">
          <div className="button-row">
            <Button disabled={isPending} icon="check" look="primary" type="submit">
              {isPending ? t('saving') : t('save')}
            </Button>
            {isDirty && !isPending ? <SaveState state="unsaved">{t('unsaved')}</SaveState> : null}
          </div>
        </div>
      </form>
    </FormViewProvider>
  );
}

const TOO_LARGE: RefusedState = { status: 'refused', code: 'tooLarge', values: [] };

function Hidden({ view }: { view: FormView }) {
  // A refused form goes on from where its writer began, whatever head the page has been made with since.
  const baseRev = view.posted?.get('baseRev')?.[0] ?? view.baseRev;
  return (
    <>
      <input name="record" type="hidden" value={view.record} />
      <input name="kind" type="hidden" value={view.kind} />
      <input name="scope" type="hidden" value={view.scope} />
      <input name="baseRev" type="hidden" value={baseRev} />
      <input name="back" type="hidden" value={view.back} />
      <input name="submitKey" type="hidden" value={view.submitKey} />
    </>
  );
}

function UnitField({ field, content }: { field: FieldDescription; content: UnitView['content'] }) {
  const props = { field, path: field.name, value: content[field.name] };
  if (field.control !== 'list') return <FieldControl {...props} />;
  return field.ofFacts === true ? <ItemTexts {...props} /> : <ListItems {...props} />;
}

/** The records that fields offer while somebody types; one list for all fields that point to the same kinds. */
function OptionLists({ view: { fields, options } }: { view: UnitView }) {
  const pointing = fields.flatMap((field) => [field, ...(field.items ?? [])]).filter(({ to }) => to !== undefined);
  const lists = new Map(pointing.map((field) => [optionsId(field), field.to ?? []]));
  return [...lists].map(([id, kinds]) => (
    <datalist id={id} key={id}>
      {options
        .filter(({ kind }) => kinds.includes(kind))
        .map((option) => (
          <option key={option.id} value={optionText(option)} />
        ))}
    </datalist>
  ));
}

/** What the controls show: what is stored, or what a refused form brought back. */
function useShown(view: UnitView, state: FormState): FormView {
  const words = useFieldWords(view.kind);
  return useMemo(() => {
    const posted = state.status === 'refused' && state.values.length > 0 ? postedFields(state.values) : null;
    const fields = state.status === 'refused' ? (state.fields ?? []) : [];
    return { ...view, words, posted, problems: problemsByControl(posted, fields) };
  }, [view, state, words]);
}

function problemsByControl(posted: Posted | null, fields: readonly FieldProblem[]): Map<string, FieldProblem> {
  const none: Posted = new Map();
  return new Map(fields.map((problem) => [controlName(posted ?? none, problem.path), problem]));
}

/** Asks before a page with unsaved words is left. */
function useLeaveGuard(isActive: boolean) {
  useEffect(() => {
    if (!isActive) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isActive]);
}

/** The same words again are the same submit, other words another one, whatever became of the first. */
function submitKeyOf(form: FormData, key: string): string {
  let hash = 0;
  for (const [name, value] of form) {
    for (const letter of `${name}=${String(value)};`) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) | 0;
  }
  return `${key}-${(hash >>> 0).toString(36)}`;
}
