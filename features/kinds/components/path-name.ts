import { itemsOf } from '#features/records/claims.ts';
import type { FieldDescription } from '#features/records/describe-fields.ts';
import type { Content } from '#features/records/model.ts';
import { isPlainObject } from '#features/records/plain-object.ts';
import type { ReferenceOption } from '#features/records/queries/list-reference-options.ts';
import type { FieldWords } from './field-names.tsx';
import { withoutBlock } from '../posted-items.ts';
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
export function pathName(path: string, naming: PathNaming): string {
  const { words } = naming;
  const [name = '', item, field] = withoutBlock(path).split('.');
  const isItemField = field !== undefined && !field.startsWith('#');
  const parts = [words.label(name), partName(path, item, naming), isItemField ? words.label(field, name) : ''];
  return parts.filter((part) => part !== '').join(' · ');
}

/** What an item or a block is called within its list or text; orders have no name of their own. */
function partName(path: string, item: string | undefined, naming: PathNaming): string {
  const { words, factFields, facts, content, options } = naming;
  const [name = ''] = path.split('.');
  if (item === undefined || item.startsWith('#')) return '';
  const found = itemAt([content[name], facts[name]], item);
  if (found !== undefined) {
    const list = factFields.find((candidate) => candidate.name === name);
    const named = itemName(list, found.item, { words, options });
    // Where nothing names it, its place does: what it is called inside says nothing to anybody.
    return named === '' || named === found.item['id'] ? words.numbered('changeItem', found.at + 1) : named;
  }
  const block = blockAt(content[name], item);
  if (block !== null) return words.numbered('changeBlock', block + 1);
  return /^\d+$/u.test(item) ? String(Number(item) + 1) : '';
}

function itemAt(lists: readonly unknown[], item: string): { item: Content; at: number } | undefined {
  for (const list of lists) {
    const items = itemsOf(list);
    const named = items.findIndex(({ id }) => id === item);
    const at = named < 0 && /^\d+$/u.test(item) ? Number(item) : named;
    const found = items[at];
    if (found !== undefined) return { item: found, at };
  }
  return undefined;
}

/** Where a block of a rich text stands; `null` for what is none, or is not there any more. */
function blockAt(value: unknown, id: string): number | null {
  const blocks = isPlainObject(value) && Array.isArray(value['content']) ? value['content'] : [];
  const at = blocks.findIndex(
    (block) => isPlainObject(block) && isPlainObject(block['attrs']) && block['attrs']['id'] === id,
  );
  return at < 0 ? null : at;
}
