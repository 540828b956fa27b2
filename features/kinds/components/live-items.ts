import { CONTENT_PREFIX } from '#features/records/form-names.ts';
import { DATED_FIELDS, NAMING_FIELDS, TELLING_FIELDS } from './item-names.ts';

/** An item as it stands in the form right now, saved or not. */
export interface LiveItem {
  id: string;
  /** What names it, as its controls show it. */
  name: string;
  /** Its fields that hold a date. */
  dates: string[];
}

/** The items of a list that somebody has begun to fill in, in the order of the form; those that are to be removed are left out. */
export function itemsInForm(form: HTMLFormElement, list: string): LiveItem[] {
  const items = new Map<string, Map<string, string>>();
  for (const control of form.elements) {
    const [number, field, text] = partsOf(control, list) ?? [];
    if (number === undefined || field === undefined || text === undefined) continue;
    const fields = items.get(number) ?? new Map<string, string>();
    items.set(number, fields.set(field, text));
  }
  return [...items.values()].flatMap((fields) => itemOf(fields) ?? []);
}

function itemOf(fields: ReadonlyMap<string, string>): LiveItem | null {
  const id = fields.get('id');
  if (id === undefined || fields.has('remove')) return null;
  const parts = [NAMING_FIELDS, TELLING_FIELDS].flatMap((names) => {
    const name = names.find((candidate) => fields.has(candidate));
    return name === undefined ? [] : [fields.get(name) ?? ''];
  });
  if (parts.length === 0) return null;
  return { id, name: parts.join(' · '), dates: DATED_FIELDS.filter((name) => fields.has(name)) };
}

/** The number, the field and the words of a control of the list that holds something. */
function partsOf(control: Element, list: string): [number: string, field: string, text: string] | null {
  const text = wordsOf(control);
  const name = control.getAttribute('name') ?? '';
  const prefix = `${CONTENT_PREFIX}${list}.`;
  if (text === '' || !name.startsWith(prefix)) return null;
  const [number = '', field = '', ...more] = name.slice(prefix.length).split('.');
  return more.length > 0 || field === '' ? null : [number, field, text];
}

function wordsOf(control: Element): string {
  if (control instanceof HTMLSelectElement) return control.value === '' ? '' : (control.selectedOptions[0]?.text ?? '');
  if (control instanceof HTMLInputElement && control.type === 'checkbox') return control.checked ? control.value : '';
  return control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement ? control.value.trim() : '';
}
