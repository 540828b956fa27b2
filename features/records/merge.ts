import type { BroughtPath, PathConflict } from '#platform/problem.ts';
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
  /** What the first writer alone changed and comes along: paths, and items that they began or removed as a whole. */
  brought: BroughtPath[];
  /** All that the second writer sent, so that what they decide to keep finds its place. */
  mine: FlatContent;
}

/** Whose value a path gets that was in question, or that came along: one of the two, or a third one. */
export type Choices = Readonly<Record<string, 'mine' | 'theirs' | 'edit'>>;

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
  const brought = findBrought(flat, torn);
  return { content: unflatten(result), merged, conflicts, brought, mine: flat.mine };
}

/**
 * The content of a merge whose conflicts were decided, each for one side or for a third value.
 *
 * @param choices - by path; of what came along, `mine` leaves it out
 * @param edits - the third values by path
 */
export function settle(merge: Merge, choices: Choices, edits: Readonly<Record<string, unknown>> = {}): Content {
  const flat = flatten(merge.content);
  const undone = merge.brought.filter(({ path }) => choices[path] === 'mine').map(({ path }) => path);
  const decided = [
    ...merge.conflicts.filter(({ path }) => choices[path] === 'mine').map(({ path, mine: value }) => ({ path, value })),
    ...merge.conflicts.filter(({ path }) => choices[path] === 'edit').map(({ path }) => ({ path, value: edits[path] })),
    ...valuesIn(merge.mine, { paths: undone, beside: flat }),
  ];
  return putIn(flat, { decided, other: merge.mine, moved: [] });
}

/**
 * A content with some places taken from another one; everything else stays. An item that only the other has comes back
 * where it stood, one that only the first has goes.
 *
 * @param paths - fields, items, or single values
 */
export function takePaths(into: Content, from: Content, paths: readonly string[]): Content {
  const [flat, other] = [flatten(into), flatten(from)];
  const decided = valuesIn(other, { paths, beside: flat });
  const moved = [...flat.keys(), ...other.keys()].filter(
    (path) => isOrder(path) && paths.some((asked) => belongs(path, asked)),
  );
  return putIn(flat, { decided, other, moved });
}

/** The places that one writer changed and that stand so in what came of it; an item that came or went is one place. */
export function findBroughtPaths(base: Content, theirs: Content, merged: Content): string[] {
  const [flatTheirs, flatMerged] = [flatten(theirs), flatten(merged)];
  const flat = { base: flatten(base), theirs: flatTheirs, mine: flatten(base) };
  return findBrought(flat, new Set())
    .map(({ path }) => path)
    .filter((path) => sameValue(valueAt(flatTheirs, path), valueAt(flatMerged, path)));
}

interface Placing {
  decided: readonly { path: string; value: unknown }[];
  /** Where items are looked for that come back. */
  other: FlatContent;
  /** The orders that are taken as well. */
  moved: readonly string[];
}

/** The values of a content in some places, and nothing where only the content beside has something. */
function valuesIn(from: FlatContent, { paths, beside }: { paths: readonly string[]; beside: FlatContent }) {
  return [...new Set([...from.keys(), ...beside.keys()])]
    .filter((path) => !isOrder(path) && paths.some((asked) => belongs(path, asked)))
    .map((path) => ({ path, value: from.get(path) }));
}

function putIn(flat: FlatContent, { decided, other, moved }: Placing): Content {
  for (const { path, value } of decided) put(flat, path, value);
  for (const path of new Set([...flat.keys(), ...other.keys()].filter(isOrder))) {
    const order = asIds(other.get(path));
    const isMoved = moved.includes(path);
    const isTouched = (id: string) => decided.some((one) => belongs(one.path, itemPath(path, id)));
    // Of an item that holds nothing but its name, the order is all that says whether it is there.
    const isKept = (id: string) => hasContent(flat, path, id) || (isMoved ? order.includes(id) : !isTouched(id));
    const isBack = (id: string) =>
      (isMoved && !hasContent(other, path, id)) || (isTouched(id) && hasContent(flat, path, id));
    const kept = asIds(flat.get(path)).filter(isKept);
    const back = order.filter((id) => kept.includes(id) || isBack(id));
    flat.set(path, isMoved ? interleave(back, kept) : interleave(kept, back));
  }
  dropEmptyOrders(flat);
  return unflatten(flat);
}

/** What the first writer changed and the second did not touch; an item that came or went is one change. */
function findBrought(flat: ThreeFlat, torn: ReadonlySet<string>): BroughtPath[] {
  const untouched = changedPathsOfFlat(flat.base, flat.theirs).filter(
    (path) => !isOrder(path) && !isIn(torn, path) && sameValue(flat.base.get(path), flat.mine.get(path)),
  );
  const orders = [...new Set([...flat.base.keys(), ...flat.theirs.keys()])].filter(isOrder);
  const whole = orders.flatMap((path) => {
    const { base, theirs } = idsOf(flat, path);
    const [gone, come] = [base.filter((id) => !theirs.includes(id)), theirs.filter((id) => !base.includes(id))];
    return [...gone, ...come].map((id) => itemPath(path, id));
  });
  const paths = new Set(untouched.map((path) => whole.find((item) => belongs(path, item)) ?? path));
  return [...paths].map((path) => ({ path, base: valueAt(flat.base, path), theirs: valueAt(flat.theirs, path) }));
}

/** What stands at a path: a value, or all values of an item by their names. */
function valueAt(flat: FlatContent, path: string): unknown {
  if (flat.has(path)) return flat.get(path);
  const inner = [...within(flat, path)].map(([name, value]) => [name.slice(path.length + 1), value] as const);
  return inner.length === 0 ? undefined : Object.fromEntries(inner);
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

/** Whether a path lies at or below another one. */
export function belongs(path: string, item: string): boolean {
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
