import type { Node } from '@tiptap/pm/model';
import { markupOf } from '../editor-document.ts';

/** How long the text area may be behind the editor; a form that is read never is. */
const BEHIND_MS = 250;

/** What brings the text of the editor into the text area. */
export interface AreaKeeping {
  changed: (document: Node) => void;
  stop: () => void;
}

/**
 * Keeps a text area equal to the editor above it. Writing waits for a moment between keys; whoever reads the form before
 * that, to post or to keep it, is given the newest words by the event that comes with every reading.
 */
export function keepArea(area: HTMLTextAreaElement): AreaKeeping {
  let newest: Node | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const { form } = area;
  function write(): void {
    if (newest === null) return;
    setValue(area, markupOf(newest));
  }
  function tell(): void {
    clearTimeout(timer);
    timer = undefined;
    if (newest === null) return;
    write();
    newest = null;
    // The form hears of it as of any key in any field.
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
  function give(event: FormDataEvent): void {
    if (newest === null || area.name === '') return;
    write();
    event.formData.set(area.name, area.value);
  }
  form?.addEventListener('formdata', give);
  return {
    changed: (document) => {
      newest = document;
      timer ??= setTimeout(tell, BEHIND_MS);
    },
    stop: () => {
      tell();
      form?.removeEventListener('formdata', give);
    },
  };
}

/** Past React, which would take a value that it set itself for no change. */
function setValue(area: HTMLTextAreaElement, value: string): void {
  Reflect.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, value);
}
