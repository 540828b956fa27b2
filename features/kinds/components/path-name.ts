import { itemsOf } from '#features/records/claims.ts';
import type { FieldDescription } from '#features/records/describe-fields.ts';
import type { Content } from '#features/records/model.ts';
import type { ReferenceOption } from '#features/records/queries/list-reference-options.ts';
import type { FieldWords } from './field-names.tsx';
import { itemName } from './item-names.ts';

/** What is needed to name a path of a unit. */
export interface PathNaming {
  words: FieldWords;
  factFields: readonly FieldDescription[];
  facts: Content;
  content: Content;
  options: readonly ReferenceOption[];
}

/** A path in the words of the form: `agreements.a1.signedOn` is «Agreements · Declaration · 2023 · Date signed». */
export function pathName(path: string, { words, factFields, facts, content, options }: PathNaming): string {
  const [name = '', item, field] = path.split('.');
  const list = factFields.find((candidate) => candidate.name === name);
  const found = item === undefined ? undefined : itemAt([content[name], facts[name]], item);
  const itemPart = found === undefined ? numberOf(item) : itemName(list, found, { words, options });
  const isItemField = field !== undefined && !field.startsWith('#');
  const parts = [words.label(name), itemPart, isItemField ? words.label(field, name) : ''];
  return parts.filter((part) => part !== '').join(' · ');
}

function itemAt(lists: readonly unknown[], item: string): Content | undefined {
  for (const list of lists) {
    const items = itemsOf(list);
    const found = items.find(({ id }) => id === item) ?? (/^\d+$/u.test(item) ? items[Number(item)] : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An item that is not stored yet is named by its number; blocks of text and orders have no name of their own. */
function numberOf(item: string | undefined): string {
  return item !== undefined && /^\d+$/u.test(item) ? String(Number(item) + 1) : '';
}
