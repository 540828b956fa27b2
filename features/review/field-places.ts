import { CONTENT_PREFIX } from '#features/records/form-names.ts';

/** The longest quote; of more words the first ones say enough. */
export const QUOTE_MAX = 500;

/** The longest comment in characters. */
export const COMMENT_MAX = 2000;

/** What an item has beside its fields: nothing, its id, the box that removes it. */
const OF_THE_LIST: ReadonlySet<string | undefined> = new Set([undefined, 'id', 'remove']);

/**
 * The path of the field that a control of the form stands for: items are named by their id, not by their number.
 *
 * @param valueOf - the value of another control of the form, by name
 * @returns `null` for controls that are no field, such as those that name or remove an item
 */
export function pathOfControl(name: string, valueOf: (name: string) => string | undefined): string | null {
  if (!name.startsWith(CONTENT_PREFIX)) return null;
  const [list = '', item, ...rest] = name.slice(CONTENT_PREFIX.length).split('.');
  if (item === undefined) return list === '' ? null : list;
  if (OF_THE_LIST.has(rest[0])) return null;
  const id = /^\d+$/u.test(item) ? valueOf(`${CONTENT_PREFIX}${list}.${item}.id`) : item;
  return id === undefined || id === '' ? null : [list, id, ...rest].join('.');
}

/**
 * The name of the control that stands for a path.
 *
 * @param controls - name and value of everything in the form
 */
export function controlOfPath(path: string, controls: Iterable<readonly [name: string, value: string]>): string {
  const [list = '', id, ...rest] = path.split('.');
  if (id === undefined) return `${CONTENT_PREFIX}${list}`;
  for (const [name, value] of controls) {
    const [, number] =
      new RegExp(`^${CONTENT_PREFIX.replace('.', String.raw`\.`)}${list}\\.(\\d+)\\.id$`, 'u').exec(name) ?? [];
    if (number !== undefined && value === id) return [`${CONTENT_PREFIX}${list}`, number, ...rest].join('.');
  }
  return `${CONTENT_PREFIX}${path}`;
}
