'use client';

import { type FormEvent, useState } from 'react';
import type { FormState, RefusedState } from '#features/accounts/form-state.ts';
import type { FieldDescription } from '#features/records/describe-fields.ts';
import { optionText } from '../field-values.ts';
import type { UnitView } from '../unit-view.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import { optionsId } from './control-props.ts';
import { FieldControl } from './field-control.tsx';
import { FormProblems } from './form-problems.tsx';
import { type FormView, FormViewProvider } from './form-view.ts';
import { ItemTexts } from './item-texts.tsx';
import { ListItems } from './list-items.tsx';
import { SaveBar } from './save-bar.tsx';
import { useLeaveGuard } from './use-leave-guard.ts';
import { formOf, type Sending } from './use-sending.ts';
import { useShown } from './use-shown.ts';

/** The server takes a little more; a text of this size is a mistake anyway, and this way it stays in the form. */
const FORM_LENGTH_MAX = 3_000_000;
const TOO_LARGE: RefusedState = { status: 'refused', code: 'tooLarge', values: [] };

interface UnitFieldsProps {
  view: UnitView;
  sending: Sending;
}

/** The fields of one unit with what became of the last save. Nothing typed is ever taken out of them. */
export function UnitFields({ view, sending: { state, post, send, isPending } }: UnitFieldsProps) {
  const [tooLarge, setTooLarge] = useState(false);
  const [isDirty, setDirty] = useState(false);
  useLeaveGuard(isDirty && !isPending);
  const shown = useShown(view, state);

  function submit(event: FormEvent<HTMLFormElement>) {
    const form = formOf(event);
    form.set('submitKey', submitKeyOf(form, view.submitKey));
    const length = [...form.values()].reduce((sum, value) => sum + String(value).length, 0);
    setTooLarge(length > FORM_LENGTH_MAX);
    if (length <= FORM_LENGTH_MAX) send(form);
  }

  return (
    <FormViewProvider value={shown}>
      <form action={post} className="unit-form" noValidate onChange={() => setDirty(true)} onSubmit={submit}>
        <Hidden view={shown} />
        <FormProblems state={tooLarge ? TOO_LARGE : state} view={shown} />
        <Conflict state={state} view={shown} />
        {view.fields.map((field) => (
          <UnitField content={view.content} field={field} key={field.name} />
        ))}
        <OptionLists view={view} />
        <SaveBar isDirty={isDirty} isPending={isPending} />
      </form>
    </FormViewProvider>
  );
}

function Conflict({ state, view }: { state: FormState; view: FormView }) {
  if (state.status !== 'refused' || state.conflicts === undefined) return null;
  return <ConflictPanel state={state} view={view} />;
}

function Hidden({ view }: { view: FormView }) {
  return (
    <>
      <input name="record" type="hidden" value={view.record} />
      <input name="kind" type="hidden" value={view.kind} />
      <input name="scope" type="hidden" value={view.scope} />
      <input name="baseRev" type="hidden" value={view.baseRev} />
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

/** The same words again are the same submit, other words another one, whatever became of the first. */
function submitKeyOf(form: FormData, key: string): string {
  let hash = 0;
  for (const [name, value] of form) {
    for (const letter of `${name}=${String(value)};`) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) | 0;
  }
  return `${key}-${(hash >>> 0).toString(36)}`;
}
