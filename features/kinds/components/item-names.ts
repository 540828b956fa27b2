import type { FieldDescription } from '#features/records/describe-fields.ts';
import { itemsOf } from '#features/records/claims.ts';
import type { Content } from '#features/records/model.ts';
import type { ReferenceOption } from '#features/records/queries/list-reference-options.ts';
import { isPlainObject } from '#features/records/plain-object.ts';
import type { FieldWords } from './field-names.tsx';

/** What an item is named by, in a list of choices or above its texts. */
export interface ItemNaming {
  words: FieldWords;
  options: readonly ReferenceOption[];
}

/** The field that says best what an item is. */
export const NAMING_FIELDS = ['publisher', 'place', 'organisation', 'kind', 'status', 'value'];
/** The fields of items that hold a date. */
export const DATED_FIELDS = ['signedOn', 'decidedOn', 'date', 'startedOn', 'year'];
/** What tells an item from others of its sort. */
export const TELLING_FIELDS = ['title', ...DATED_FIELDS];

/** An item of the facts in a few words: a party by its city, an agreement by its kind and date, a source by its publisher. */
export function itemName(list: FieldDescription | undefined, item: Content, { words, options }: ItemNaming): string {
  const parts = [NAMING_FIELDS, TELLING_FIELDS].flatMap((names) => {
    const name = names.find((candidate) => item[candidate] !== undefined);
    const field = list?.items?.find((candidate) => candidate.name === name);
    return name === undefined ? [] : [valueName(field, item[name], { words, options })];
  });
  return parts.length === 0 ? String(item['id'] ?? '') : parts.join(' · ');
}

/** The items of a list of the facts with their names, for a field that names one of them. */
export function namedItems(facts: Content, list: string): { id: string; item: Content }[] {
  return itemsOf(facts[list])
    .filter((item) => isPlainObject(item))
    .map((item) => ({ id: String(item['id'] ?? ''), item }));
}

function valueName(field: FieldDescription | undefined, value: unknown, { words, options }: ItemNaming): string {
  if (field?.control === 'choice') return words.choice(field, String(value));
  if (field?.control === 'date') return words.date(String(value));
  if (field?.control !== 'reference') return String(value);
  return options.find(({ id }) => id === value)?.title ?? String(value);
}
