import { isPlainObject } from './plain-object.ts';
import type { Content } from './model.ts';

/**
 * A content as a flat map from path to value: `title`, `agreements.a1.signedOn`, `body.<blockId>`.
 *
 * Lists with ids are addressed by id, so that a path means the same item wherever it stands; their order is a value of
 * its own under `<list>.#order` (`<text>.#blocks` for rich text).
 */
export type FlatContent = Map<string, unknown>;

/** The order of a list with ids. */
export const ORDER = '#order';

/** The order of the blocks of a rich text. */
export const BLOCKS = '#blocks';

/** The content as a flat map. Paths are the unit of difference, merge, staleness, comment and check. */
export function flatten(content: Content): FlatContent {
  const flat: FlatContent = new Map();
  for (const [key, value] of Object.entries(content)) addFlat(flat, key, value);
  return flat;
}

/** The content that a flat map describes; the reverse of `flatten`. */
export function unflatten(flat: FlatContent): Content {
  const root: Tree = new Map();
  for (const [path, value] of flat) plant(root, path.split('.'), value);
  const grown = grow(root);
  return isPlainObject(grown) ? grown : {};
}

/** The paths on which two contents differ, in order. */
export function changedPaths(before: Content, after: Content): string[] {
  return changedPathsOfFlat(flatten(before), flatten(after));
}

/** The paths on which two flat contents differ, in order. */
export function changedPathsOfFlat(before: FlatContent, after: FlatContent): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => !sameValue(before.get(path), after.get(path))).toSorted();
}

/** Whether two plain JSON values are the same, whatever the order of their keys. */
export function sameValue(one: unknown, other: unknown): boolean {
  return one === other || canonicalJson(one) === canonicalJson(other);
}

/** A JSON text with sorted keys, so that equal values give equal texts. `undefined` gives an empty text. */
export function canonicalJson(value: unknown): string {
  if (value === undefined) return '';
  return JSON.stringify(value, (_key, inner: unknown) =>
    isPlainObject(inner) ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

function addFlat(flat: FlatContent, path: string, value: unknown): void {
  if (Array.isArray(value)) addFlatList(flat, path, value);
  else if (isPlainObject(value)) addFlatObject(flat, path, value);
  else if (value !== undefined) flat.set(path, value);
}

function addFlatList(flat: FlatContent, path: string, list: readonly unknown[]): void {
  const items = list.filter((item) => isPlainObject(item)).filter((item) => typeof item['id'] === 'string');
  if (items.length === 0 || items.length !== list.length) {
    flat.set(path, list);
    return;
  }
  flat.set(
    `${path}.${ORDER}`,
    items.map((item) => item['id']),
  );
  for (const { id, ...rest } of items) {
    for (const [key, value] of Object.entries(rest)) addFlat(flat, `${path}.${String(id)}.${key}`, value);
  }
}

function addFlatObject(flat: FlatContent, path: string, value: Content): void {
  const blocks = value['type'] === 'doc' ? value['content'] : undefined;
  if (!Array.isArray(blocks)) {
    for (const [key, inner] of Object.entries(value)) addFlat(flat, `${path}.${key}`, inner);
    return;
  }
  const ids = blocks.map((block) => blockIdOf(block));
  flat.set(`${path}.${BLOCKS}`, ids);
  for (const [index, block] of blocks.entries()) flat.set(`${path}.${ids[index] ?? ''}`, block);
}

function blockIdOf(block: unknown): string {
  const attrs = isPlainObject(block) ? block['attrs'] : null;
  return isPlainObject(attrs) ? String(attrs['id']) : '';
}

type Tree = Map<string, unknown>;

function plant(tree: Tree, [first = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    tree.set(first, value);
    return;
  }
  const known = tree.get(first);
  const inner: Tree = known instanceof Map ? known : new Map();
  tree.set(first, inner);
  plant(inner, rest, value);
}

function grow(node: unknown): unknown {
  if (!(node instanceof Map)) return node;
  const entries = [...node].map(([key, value]) => [String(key), grow(value)] as const);
  const grown = new Map(entries);
  const blocks = grown.get(BLOCKS);
  if (Array.isArray(blocks)) return { type: 'doc', content: inOrder(blocks, grown) };
  const order = grown.get(ORDER);
  if (!Array.isArray(order)) return Object.fromEntries(entries);
  return inOrder(order, grown, (id, item) => ({ id, ...(isPlainObject(item) ? item : {}) }));
}

function inOrder(
  order: readonly unknown[],
  items: ReadonlyMap<string, unknown>,
  shape: (id: string, item: unknown) => unknown = (_id, item) => item,
): unknown[] {
  return order.map((id) => shape(String(id), items.get(String(id)))).filter((item) => item !== undefined);
}
