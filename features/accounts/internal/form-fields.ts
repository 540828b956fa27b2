/** The hidden field that names one submit, so that a double click has one effect. */
const SUBMIT_KEY = 'submitKey';

/** The hidden field that says which page of this site a form leads to once it is carried out. */
const BACK = 'back';

/** Next's own fields in a form that was posted without script. */
const OF_NEXT = /^\$ACTION_/u;

/** The fields of a form as raw input for a command; a name that comes several times is a list. */
export function plainFields(form: FormData): Record<string, unknown> {
  const fields = new Map<string, FormDataEntryValue[]>();
  const own = ownFields(form).filter(([name]) => name !== BACK);
  for (const [name, value] of own) {
    const values = fields.get(name) ?? [];
    values.push(value);
    fields.set(name, values);
  }
  return Object.fromEntries([...fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values]));
}

/** What the form held, without secrets and files: what was typed, and where it leads, so that it can be sent again. */
export function typedFields(form: FormData, secretFields: readonly string[]): [name: string, value: string][] {
  return ownFields(form).flatMap(([name, value]) =>
    typeof value === 'string' && !secretFields.includes(name) ? [[name, value] as [string, string]] : [],
  );
}

/** The name of this submit, where the form has one. */
export function submitKeyOf(form: FormData): string | undefined {
  const key = form.get(SUBMIT_KEY);
  return typeof key === 'string' && /^[\w-]{8,100}$/u.test(key) ? key : undefined;
}

/** Where the form leads once it is carried out; untrusted. */
export function backOf(form: FormData): string | null {
  const back = form.get(BACK);
  return typeof back === 'string' ? back : null;
}

function ownFields(form: FormData): [string, FormDataEntryValue][] {
  return [...form].filter(([name]) => name !== SUBMIT_KEY && !OF_NEXT.test(name));
}
