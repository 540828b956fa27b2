'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { UnitView } from '../unit-view.ts';
import { type FormValues, forgetOnDevice, valuesOf } from './device-drafts.ts';

/** Where the hands were when a form was sent, and what they typed while it was on its way. */
interface Carried {
  place: string;
  at: number;
  focus: { id: string; from: number | null; to: number | null } | null;
  typed: FormValues;
}

/** A form that does not come within so long does not come. */
const LASTS_MS = 10_000;

let carried: Carried | null = null;

/**
 * After a save the page shows a new form in the place of the one that was sent. The hands stay where they were: the same
 * field has the focus, the cursor stands where it stood, and what was typed meanwhile is there.
 *
 * @param onTyped - told where something was typed meanwhile, which the server does not have
 * @returns to be called when the form is sent
 */
export function useCarryOn(
  form: RefObject<HTMLFormElement | null>,
  { person, record, scope }: Pick<UnitView, 'person' | 'record' | 'scope'>,
  onTyped: () => void,
): () => void {
  const place = `${record}:${scope}`;
  const sent = useRef<FormValues | null>(null);
  const tell = useRef(onTyped);
  useEffect(() => {
    const given = carried;
    carried = null;
    if (form.current === null || given?.place !== place || Date.now() - given.at > LASTS_MS) return undefined;
    if (fillIn(form.current, given.typed)) tell.current();
    const frame = requestAnimationFrame(() => goOn(given.focus));
    return () => cancelAnimationFrame(frame);
  }, [form, place]);
  useLayoutEffect(() => {
    const element = form.current;
    return () => {
      if (element === null || sent.current === null) return;
      const typed = changesSince(sent.current, valuesOf(new FormData(element)));
      carried = { place, at: Date.now(), focus: focusIn(element), typed };
      // The server took what was sent, and may show it beside what others wrote: the device has nothing to offer any more.
      void forgetOnDevice({ person, record, scope });
    };
  }, [form, person, place, record, scope]);
  return () => {
    sent.current = form.current === null ? null : valuesOf(new FormData(form.current));
  };
}

function changesSince(before: FormValues, now: FormValues): FormValues {
  const known = new Map(before);
  return now.filter(([name, value]) => known.has(name) && known.get(name) !== value);
}

function focusIn(form: HTMLFormElement): Carried['focus'] {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !form.contains(active)) return null;
  if (!isText(active)) return { id: active.id, from: null, to: null };
  return { id: active.id, from: active.selectionStart, to: active.selectionEnd };
}

/** Only what somebody can type into: everything else is made by the page. */
function fillIn(form: HTMLFormElement, typed: FormValues): boolean {
  const fields = typed.map(([name, value]) => [form.elements.namedItem(name), value] as const);
  const filled = fields.filter(([field]) => field !== null && isText(field));
  for (const [field, value] of filled) if (isText(field)) field.value = value;
  return filled.length > 0;
}

function goOn(focus: Carried['focus']): void {
  if (focus === null) return;
  const field = focus.id === '' ? null : document.getElementById(focus.id);
  field?.focus();
  if (isText(field) && focus.from !== null) field.setSelectionRange(focus.from, focus.to);
}

function isText(field: unknown): field is HTMLInputElement | HTMLTextAreaElement {
  if (field instanceof HTMLTextAreaElement) return true;
  return field instanceof HTMLInputElement && field.type === 'text';
}
