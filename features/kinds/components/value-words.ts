import type { FieldDescription } from '#features/records/describe-fields.ts';
import { isPlainObject } from '#features/records/plain-object.ts';
import { richTextSchema } from '#features/records/rich-text.ts';
import { writeMarkup } from '#features/records/rich-text-markup.ts';
import { namedReference } from '../field-values.ts';
import { itemName, namedItems } from './item-names.ts';
import { pathName, type PathNaming } from './path-name.ts';

/** What is needed to say a stored value in the words of its form. */
export interface ValueNaming extends PathNaming {
  /** The fields of the unit that the value stands in. */
  fields: readonly FieldDescription[];
}

/** The field that a stored path belongs to: of the unit itself, or of the items of one of its lists. */
export function fieldOfPath(fields: readonly FieldDescription[], path: string): FieldDescription | undefined {
  const [name, , inner] = path.split('.');
  const field = fields.find((candidate) => candidate.name === name);
  return inner === undefined ? field : field?.items?.find((candidate) => candidate.name === inner);
}

/** A stored value as its form would say it; empty where there is none. Inner names of choices, items and records are put in words. */
export function valueWords(path: string, value: unknown, naming: ValueNaming): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map((one) => valueWords(path, one, naming)).join('\n');
  if (isPlainObject(value)) return 'type' in value ? blockWords(value) : itemWords(path, value, naming);
  return plainWords(fieldOfPath(naming.fields, path), value, naming);
}

/** One block of rich text is the smallest part that can differ. */
function blockWords(value: Record<string, unknown>): string {
  const document = richTextSchema.safeParse({ type: 'doc', content: [value] });
  return document.success ? writeMarkup(document.data).replace(/ \{#[^}]*\}$/u, '') : JSON.stringify(value);
}

/** An item that came or went as a whole, a line for each of its fields. */
function itemWords(path: string, value: Record<string, unknown>, naming: ValueNaming): string {
  const [list = ''] = path.split('.');
  return Object.entries(value)
    .filter(([name]) => name !== 'id')
    .map(([name, inner]) => `${naming.words.label(name, list)}: ${valueWords(`${path}.${name}`, inner, naming)}`)
    .join('\n');
}

function plainWords(field: FieldDescription | undefined, value: unknown, naming: ValueNaming): string {
  const { words, facts, content, factFields, options } = naming;
  switch (field?.control) {
    case 'choice':
    case 'choices':
      return words.choice(field, String(value));
    case 'date':
      return words.date(String(value));
    case 'flag':
      return words.flag(value === true);
    case 'fact':
      return pathName(String(value), naming);
    case 'item': {
      const list = field.itemsOf ?? '';
      const found = [content, facts].flatMap((unit) => namedItems(unit, list)).find(({ id }) => id === value);
      const described = factFields.find(({ name }) => name === list);
      return found === undefined ? String(value) : itemName(described, found.item, { words, options });
    }
    default:
      return namedReference(String(value), options);
  }
}
