/** The server takes a little more; a text of this size is a mistake anyway, and this way it stays in the form. */
export const FORM_LENGTH_MAX = 3_000_000;

/** How much a form says, in UTF-16 units. */
export function lengthOf(form: FormData): number {
  return [...form.values()].reduce((sum, value) => sum + String(value).length, 0);
}

/** The same words again are the same submit, other words another one, whatever became of the first. */
export function submitKeyFor(form: FormData, key: string): string {
  let hash = 0;
  for (const [name, value] of form) {
    for (const letter of `${name}=${String(value)};`) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) | 0;
  }
  return `${key}-${(hash >>> 0).toString(36)}`;
}
