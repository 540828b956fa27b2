import type { FieldDescription } from '#features/records/describe-fields.ts';
import type { ReferenceOption } from '#features/records/queries/list-reference-options.ts';
import { richTextSchema } from '#features/records/rich-text.ts';
import { writeMarkup } from '#features/records/rich-text-markup.ts';

/** A stored value as the control of its field shows it; `readUnitForm` reads it back without loss. */
export function typedText(field: FieldDescription, value: unknown, options: readonly ReferenceOption[]): string {
  if (value === undefined || value === null) return '';
  if (field.control === 'richText') return markupOf(value);
  if (field.control === 'lines') return Array.isArray(value) ? value.map(String).join('\n') : '';
  if (field.control === 'reference') return namedReference(String(value), options);
  return String(value);
}

/** The values of a field that may have several, as its controls show them. */
export function typedTexts(field: FieldDescription, value: unknown, options: readonly ReferenceOption[]): string[] {
  if (!Array.isArray(value)) return [];
  return value.map((one) => (field.control === 'references' ? namedReference(String(one), options) : String(one)));
}

/** A record as a field names it: its title and its short name, which the save finds it by. */
export function namedReference(id: string, options: readonly ReferenceOption[]): string {
  const option = options.find((candidate) => candidate.id === id);
  return option === undefined ? id : optionText(option);
}

/** An entry of the list that a reference field offers. */
export function optionText({ title, ref }: ReferenceOption): string {
  return title === ref ? ref : `${title} (${ref})`;
}

/** A draft that somebody stored malformed by another way must not keep the form from opening. */
function markupOf(value: unknown): string {
  const parsed = richTextSchema.safeParse(value);
  return parsed.success ? writeMarkup(parsed.data) : '';
}
