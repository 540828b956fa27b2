'use client';

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { FormState, RefusedState } from '#features/accounts/form-state.ts';
import type { FieldDescription } from '#features/records/describe-fields.ts';
import { optionText } from '../field-values.ts';
import type { UnitView } from '../unit-view.ts';
import { ConflictPanel } from './conflict-panel.tsx';
import { optionsId } from './control-props.ts';
import type { DeviceDraft } from './device-drafts.ts';
import { FieldControl } from './field-control.tsx';
import { FormChangeProvider } from './form-change.ts';
import { FormProblems } from './form-problems.tsx';
import { type FormView, FormViewProvider } from './form-view.ts';
import { ItemTexts } from './item-texts.tsx';
import { type ListAdding, ListAddingProvider, useLists } from './list-adding.ts';
import { ListItems } from './list-items.tsx';
import { SaveBar } from './save-bar.tsx';
import { SharePreview } from './share-preview.tsx';
import { FORM_LENGTH_MAX, lengthOf, submitKeyFor } from './unit-post.ts';
import { useCarryOn } from './use-carry-on.ts';
import { useKeeping } from './use-keeping.ts';
import { useLeaveGuard } from './use-leave-guard.ts';
import { useShortcut } from './use-shortcut.ts';
import type { Sending } from './use-sending.ts';
import { useShown } from './use-shown.ts';

const TOO_LARGE: RefusedState = { status: 'refused', code: 'tooLarge', values: [] };

interface UnitFieldsProps {
  view: UnitView;
  sending: Sending;
  /** What this device kept and the writer wants back, in place of what is stored. */
  restored: DeviceDraft | null;
}

/** The fields of one unit with what became of the last save. Nothing typed is ever taken out of them. */
export function UnitFields({ view, restored, sending: { state, post, send, isPending } }: UnitFieldsProps) {
  const [tooLarge, setTooLarge] = useState(false);
  const place = useRef<HTMLFormElement>(null);
  const shown = useShown(view, state, restored);
  const { keeper, keeping } = useKeeping(place, shown);
  const noteSent = useCarryOn(place, view, () => keeper.changed());
  const saveKeys = useShortcut('save', () => saveBehindNothing(place.current));
  const lists = useLists();
  const [changed] = useState(() => () => keeper.changed());
  useLeaveGuard(!isPending && keeping.state !== 'clean' && keeping.state !== 'kept');
  useEffect(() => {
    if (restored !== null) keeper.changed();
  }, [keeper, restored]);
  useEffect(() => {
    // Two texts on one place are settled by hand; anything else goes on as before.
    if (state.status === 'refused' && state.conflicts === undefined) keeper.release();
  }, [keeper, state]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    await keeper.hold();
    if (place.current === null) return;
    const form = new FormData(place.current);
    form.set('baseRev', String(keeper.baseRev()));
    form.set('submitKey', submitKeyFor(form, view.submitKey));
    const isTooLarge = lengthOf(form) > FORM_LENGTH_MAX;
    setTooLarge(isTooLarge);
    if (isTooLarge) keeper.release();
    else {
      noteSent();
      send(form);
    }
  }

  return (
    <FormProviders changed={changed} lists={lists} shown={shown}>
      <form
        action={post}
        className="unit-form"
        noValidate
        onChange={changed}
        onSubmit={(event) => void submit(event)}
        ref={place}
      >
        <Hidden view={shown} />
        <FormProblems state={tooLarge ? TOO_LARGE : state} view={shown} />
        <Conflict state={state} view={shown} />
        {view.fields.map((field) => (
          <UnitField content={view.content} field={field} key={field.name} />
        ))}
        {view.scope === 'facts' ? null : <SharePreview />}
        <OptionLists view={view} />
        <SaveBar isPending={isPending} keeping={keeping} keys={saveKeys} />
      </form>
    </FormProviders>
  );
}

/** What is typed in a dialog over the form would be gone with the page. */
function saveBehindNothing(form: HTMLFormElement | null): void {
  if (document.querySelector('dialog[open]') === null) form?.requestSubmit();
}

interface FormProvidersProps {
  shown: FormView;
  lists: ListAdding;
  changed: () => void;
  children: ReactNode;
}

/** What controls need to know of the form around them. */
function FormProviders({ shown, lists, changed, children }: FormProvidersProps) {
  return (
    <FormViewProvider value={shown}>
      <FormChangeProvider value={changed}>
        <ListAddingProvider value={lists}>{children}</ListAddingProvider>
      </FormChangeProvider>
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
