import type { PathConflict } from '#platform/problem.ts';
import type { Content } from './model.ts';
import { BLOCKS, changedPathsOfFlat, type FlatContent, flatten, ORDER, sameValue, unflatten } from './paths.ts';

/** What becomes of two writers' work on one base. */
export interface Merge {
  /** Where there are conflicts, what lies there now stands in their places. */
  content: Content;
  /** The paths that were taken from the second writer without a question. */
  merged: string[];
  /** The paths both changed to different values; where there are any, nothing may be written. */
  conflicts: PathConflict[];
  /** The second writer's order of each list, so that an item they decide to keep finds its place. */
  orders: ReadonlyMap<string, readonly string[]>;
}

/** Three contents of one unit: what both started from, what lies there now, what is being sent. */
export interface ThreeWay {
  base: Content;
  theirs: Content;
  mine: Content;
}

interface ThreeFlat {
  base: FlatContent;
  theirs: FlatContent;
  mine: FlatContent;
}

/**
 * Merges by path: a path that only one side changed is taken from that side; the same change on both sides is no conflict;
 * the order of a list never conflicts.
 *
 * An item stands or falls as a whole: where one side removed it and the other worked on it, or both began one of the same
 * name, every path on which they differ is a conflict.
 */
export function mergeThreeWay({ base, theirs, mine }: ThreeWay): Merge {
  const flat = { base: flatten(base), theirs: flatten(theirs), mine: flatten(mine) };
  const orderPaths = [...new Set(Object.values(flat).flatMap((one) => [...one.keys()]))].filter(isOrder);
  const torn = new Set(orderPaths.flatMap((path) => tornItems(flat, path)));
  const result = new Map(flat.theirs);
  const merged: string[] = [];
  const conflicts: PathConflict[] = [];
  for (const path of pathsToMerge(flat, torn)) {
    const values = { base: flat.base.get(path), theirs: flat.theirs.get(path), mine: flat.mine.get(path) };
    if (isOrder(path)) {
      result.set(
        path,
        mergeOrder(idsOf(flat, path), (id) => torn.has(itemPath(path, id))),
      );
    } else if (sameValue(values.theirs, values.mine)) {
      continue;
    } else if (sameValue(values.theirs, values.base) && !isIn(torn, path)) {
      put(result, path, values.mine);
      merged.push(path);
    } else {
      conflicts.push({ path, ...values });
    }
  }
  dropEmptyOrders(result);
  const orders = new Map(orderPaths.map((path) => [path, asIds(flat.mine.get(path))]));
  return { content: unflatten(result), merged, conflicts, orders };
}

/** The content of a merge whose conflicts were decided, each for one side. */
export function settle(
  { content, conflicts, orders }: Merge,
  choices: Readonly<Record<string, 'mine' | 'theirs'>>,
): Content {
  const flat = flatten(content);
  const decided = conflicts.filter(({ path }) => choices[path] === 'mine');
  for (const { path, mine } of decided) put(flat, path, mine);
  for (const [path, order] of orders) {
    const touched = new Set(order.filter((id) => decided.some((one) => belongs(one.path, itemPath(path, id)))));
    const present = asIds(flat.get(path));
    const emptied = present.filter(
      (id) => !hasContent(flat, path, id) && decided.some((one) => belongs(one.path, itemPath(path, id))),
    );
    const kept = present.filter((id) => !emptied.includes(id));
    flat.set(
      path,
      interleave(
        kept,
        order.filter((id) => kept.includes(id) || (touched.has(id) && hasContent(flat, path, id))),
      ),
    );
  }
  dropEmptyOrders(flat);
  return unflatten(flat);
}

/** What the second writer changed, and everything in torn items on which the two differ. */
function pathsToMerge({ base, theirs, mine }: ThreeFlat, torn: ReadonlySet<string>): string[] {
  const differing = changedPathsOfFlat(theirs, mine).filter((path) => isIn(torn, path));
  return [...new Set([...changedPathsOfFlat(base, mine), ...differing])].toSorted();
}

/** The items of a list that one side removed while the other worked on them, and those that both began differently. */
function tornItems(flat: ThreeFlat, orderPath: string): string[] {
  const { base, theirs, mine } = idsOf(flat, orderPath);
  const torn = [...new Set([...theirs, ...mine])].filter((id) => {
    const item = itemPath(orderPath, id);
    const [inBase, inTheirs, inMine] = [base.includes(id), theirs.includes(id), mine.includes(id)];
    if (inBase ? inTheirs === inMine : !inTheirs || !inMine) return false;
    const isWorkedOn = !inBase || differIn(flat.base, inTheirs ? flat.theirs : flat.mine, item);
    return isWorkedOn && differIn(flat.theirs, flat.mine, item);
  });
  return torn.map((id) => itemPath(orderPath, id));
}

function differIn(one: FlatContent, other: FlatContent, item: string): boolean {
  return changedPathsOfFlat(within(one, item), within(other, item)).length > 0;
}

function within(flat: FlatContent, item: string): FlatContent {
  return new Map([...flat].filter(([path]) => belongs(path, item)));
}

interface ThreeOrders {
  base: readonly string[];
  theirs: readonly string[];
  mine: readonly string[];
}

function idsOf({ base, theirs, mine }: ThreeFlat, path: string): ThreeOrders {
  return { base: asIds(base.get(path)), theirs: asIds(theirs.get(path)), mine: asIds(mine.get(path)) };
}

/** Whoever moved items decides their order, the first writer if both did; what either added stands behind its neighbour. */
function mergeOrder({ base, theirs, mine }: ThreeOrders, isTorn: (id: string) => boolean): string[] {
  const gone = new Set(base.filter((id) => !theirs.includes(id) || (!mine.includes(id) && !isTorn(id))));
  const common = base.filter((id) => theirs.includes(id) && mine.includes(id));
  const theirsMoved = !sameValue(
    theirs.filter((id) => common.includes(id)),
    common,
  );
  const left = (ids: readonly string[]) => ids.filter((id) => !gone.has(id));
  return theirsMoved ? interleave(left(theirs), left(mine)) : interleave(left(mine), left(theirs));
}

/** The leading order with what only the other has, each behind what it follows there. */
function interleave(lead: readonly string[], other: readonly string[]): string[] {
  const result = [...lead];
  let place = 0;
  for (const id of other) {
    const known = result.indexOf(id);
    if (known < 0) result.splice(place, 0, id);
    place = known < 0 ? place + 1 : known + 1;
  }
  return result;
}

function put(flat: FlatContent, path: string, value: unknown): void {
  if (value === undefined) flat.delete(path);
  else flat.set(path, value);
}

function dropEmptyOrders(flat: FlatContent): void {
  for (const [path, value] of flat) {
    if (isOrder(path) && Array.isArray(value) && value.length === 0) flat.delete(path);
  }
}

function hasContent(flat: FlatContent, orderPath: string, id: string): boolean {
  return [...flat.keys()].some((path) => belongs(path, itemPath(orderPath, id)));
}

/** Where an item lies whose list has its order at a path: `agreements.a1` for `agreements.#order`. */
function itemPath(orderPath: string, id: string): string {
  return `${orderPath.slice(0, orderPath.lastIndexOf('.'))}.${id}`;
}

function belongs(path: string, item: string): boolean {
  return path === item || path.startsWith(`${item}.`);
}

function isIn(items: ReadonlySet<string>, path: string): boolean {
  return [...items].some((item) => belongs(path, item));
}

function isOrder(path: string): boolean {
  return path.endsWith(`.${ORDER}`) || path.endsWith(`.${BLOCKS}`);
}

function asIds(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
