'use client';

import { useTranslations } from 'next-intl';
import type { MouseEvent } from 'react';
import { useFieldWords } from '#features/kinds/components/field-names.tsx';
import { pathName } from '#features/kinds/components/path-name.ts';
import type { UnitView } from '#features/kinds/unit-view.ts';
import { CONTENT_PREFIX } from '#features/records/form-names.ts';
import { controlOfPath } from '../field-places.ts';
import { FORM_OF_UNIT, textsOfForm } from './form-beside.ts';

interface CommentPlaceProps {
  path: string;
  quote: string | null;
  view: UnitView;
}

/** The way from a comment to the field that it is about; the words that are meant are selected there. */
export function CommentPlace({ path, quote, view }: CommentPlaceProps) {
  const t = useTranslations('Desk.talk');
  const words = useFieldWords(view.kind);
  const place = pathName(path, { words, ...view });
  return (
    <a className="small" href={`#${CONTENT_PREFIX}${path}`} onClick={(event) => goTo(event, path, quote)}>
      {t('goTo', { place })}
    </a>
  );
}

function goTo(event: MouseEvent, path: string, quote: string | null): void {
  const form = document.querySelector<HTMLFormElement>(FORM_OF_UNIT);
  if (form === null) return;
  const name = controlOfPath(path, textsOfForm(form));
  const control = [...form.elements].find((element) => element.getAttribute('name') === name);
  const target = isFocusable(control) ? control : editableIn(document.getElementById(name));
  if (target === null) return;
  event.preventDefault();
  openAround(target);
  target.focus();
  selectWords(target, quote);
  target.scrollIntoView({ block: 'center' });
}

function isFocusable(element: Element | undefined): element is HTMLElement {
  return element instanceof HTMLElement && element.getAttribute('type') !== 'hidden';
}

function editableIn(place: HTMLElement | null): HTMLElement | null {
  if (place === null || place.isContentEditable) return place;
  return place.querySelector<HTMLElement>('[contenteditable="true"], input:not([type="hidden"]), select, textarea');
}

/** A field that is folded away is shown first. */
function openAround(target: HTMLElement): void {
  for (let fold = target.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null) {
    fold.open = true;
  }
}

function selectWords(target: HTMLElement, quote: string | null): void {
  if (quote === null || !(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) return;
  const from = target.value.indexOf(quote);
  if (from !== -1) target.setSelectionRange(from, from + quote.length);
}
