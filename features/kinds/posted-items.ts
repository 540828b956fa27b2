import { CONTENT_PREFIX } from '#features/records/form-names.ts';

/** What a refused form brought back: each field with all its values, in the order of the form. */
export type Posted = ReadonlyMap<string, readonly string[]>;

/** The posted fields of a form as a map. */
export function postedFields(values: readonly (readonly [name: string, value: string])[]): Posted {
  const fields = new Map<string, string[]>();
  for (const [name, value] of values) {
    const known = fields.get(name) ?? [];
    known.push(value);
    fields.set(name, known);
  }
  return fields;
}

/** The numbers of the items of a list that a form brought back, filled or not, in the order that their writer gave them. */
export function postedItems(posted: Posted, list: string): number[] {
  const prefix = `${CONTENT_PREFIX}${list}.`;
  const numbers = [...posted.keys()]
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number(name.slice(prefix.length).split('.')[0]));
  const placeOf = (number: number) => Number(posted.get(`${prefix}${String(number)}.position`)?.[0] ?? number);
  return [...new Set(numbers)]
    .filter((number) => Number.isInteger(number))
    .toSorted((one, other) => placeOf(one) - placeOf(other));
}

/**
 * The name of the control that a problem's path means. Removed and empty items are not sent on, so the third item of the
 * checked content may be the fifth of the form.
 */
export function controlName(posted: Posted, path: string): string {
  if (blockOf(path) !== null) return `${CONTENT_PREFIX}${withoutBlock(path)}`;
  const [list = '', position, ...rest] = path.split('.');
  if (position === undefined || !/^\d+$/u.test(position)) return `${CONTENT_PREFIX}${path}`;
  const number = keptItems(posted, list)[Number(position)] ?? position;
  return `${CONTENT_PREFIX}${[list, number, ...rest].join('.')}`;
}

const IN_BLOCK = /^([^.]+)\.content\.(\d+)(?:\..*)?$/u;

/** The number of the block of a rich text that a path leads into, from one on; `null` for any other path. */
export function blockOf(path: string): number | null {
  const number = IN_BLOCK.exec(path)?.[2];
  return number === undefined ? null : Number(number) + 1;
}

/** The path of the field that a path into a rich text begins with. */
export function withoutBlock(path: string): string {
  return path.replace(IN_BLOCK, '$1');
}

function keptItems(posted: Posted, list: string): number[] {
  return postedItems(posted, list).filter((number) => {
    const prefix = `${CONTENT_PREFIX}${list}.${String(number)}.`;
    if (posted.has(`${prefix}remove`)) return false;
    return isFilledItem(posted, prefix);
  });
}

/**
 * Whether an item says anything beside what it is called and where it stands.
 *
 * @param prefix - of its fields, with the dot at the end
 */
export function isFilledItem(posted: Posted, prefix: string): boolean {
  return [...posted].some(([name, values]) => {
    if (!name.startsWith(prefix) || name === `${prefix}id` || name === `${prefix}position`) return false;
    return values.some((value) => value.trim() !== '');
  });
}
