import { pathOfControl, QUOTE_MAX } from '../field-places.ts';

/** The form of the unit that stands beside the comments. */
export const FORM_OF_UNIT = 'form.unit-form';

/** Where a comment is to stand: a field, and some of its words. */
export interface ChosenPlace {
  path: string;
  quote: string;
}

/** A field of the form in which somebody is. */
export interface NearField {
  path: string;
  control: HTMLElement;
  /** The line with the name of the field, beside which there is room. */
  head: Element;
}

/** Name and text of everything in a form. */
export function textsOfForm(form: HTMLFormElement): [name: string, value: string][] {
  return [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
}

/** The field that something in the form belongs to; `null` where it is none that can be talked about. */
export function fieldAround(target: EventTarget | null): NearField | null {
  if (!(target instanceof HTMLElement)) return null;
  const form = target.closest<HTMLFormElement>(FORM_OF_UNIT);
  const head = target.closest('.field')?.querySelector('.field-head') ?? null;
  if (form === null || head === null) return null;
  const texts = new Map(textsOfForm(form));
  const path = pathOfControl(nameFor(target), (name) => texts.get(name));
  return path === null ? null : { path, control: target, head };
}

/** What is edited without a control of its own is posted by a hidden one beside it. */
function nameFor(target: HTMLElement): string {
  const named = target.hasAttribute('name') ? target : target.closest('.field')?.querySelector('[name]');
  return named?.getAttribute('name') ?? '';
}

/** The words that are selected in a field. */
export function selectedWords(control: HTMLElement): string {
  const words =
    control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === 'text')
      ? control.value.slice(control.selectionStart ?? 0, control.selectionEnd ?? 0)
      : selectedInside(control);
  return Array.from(words.trim()).slice(0, QUOTE_MAX).join('');
}

function selectedInside(control: HTMLElement): string {
  const selection = window.getSelection();
  if (!control.isContentEditable || selection === null || !control.contains(selection.anchorNode)) return '';
  return selection.toString();
}
