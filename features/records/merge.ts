import type { PathConflict } from '#platform/problem.ts';
import type { Content } from './model.ts';
import { BLOCKS, changedPathsOfFlat, flatten, ORDER, sameValue, unflatten } from './paths.ts';

/** What becomes of two writers' work on one base. */
export interface Merge {
  content: Content;
  /** The paths that were taken from the second writer without a question. */
  merged: string[];
  /** The paths both changed to different values; where there are any, nothing may be written. */
  conflicts: PathConflict[];
}

/** Three contents of one unit: what both started from, what lies there now, what is being sent. */
export interface ThreeWay {
  base: Content;
  theirs: Content;
  mine: Content;
}

/**
 * Merges by path: a path that only one side changed is taken from that side; the same change on both sides is no conflict;
 * the order of a list never conflicts.
 */
export function mergeThreeWay({ base, theirs, mine }: ThreeWay): Merge {
  const flatBase = flatten(base);
  const flatTheirs = flatten(theirs);
  const flatMine = flatten(mine);
  const result = new Map(flatTheirs);
  const merged: string[] = [];
  const conflicts: PathConflict[] = [];
  for (const path of changedPathsOfFlat(flatBase, flatMine)) {
    const values = { base: flatBase.get(path), theirs: flatTheirs.get(path), mine: flatMine.get(path) };
    if (isOrder(path)) {
      result.set(path, mergeOrder(asIds(values.base), asIds(values.theirs), asIds(values.mine)));
    } else if (sameValue(values.theirs, values.mine)) {
      continue;
    } else if (sameValue(values.theirs, values.base)) {
      if (values.mine === undefined) result.delete(path);
      else result.set(path, values.mine);
      merged.push(path);
    } else {
      conflicts.push({ path, ...values });
    }
  }
  dropEmptyOrders(result);
  return { content: unflatten(result), merged, conflicts };
}

/** The content of a merge whose conflicts were decided, each for one side. */
export function settle({ content, conflicts }: Merge, choices: Readonly<Record<string, 'mine' | 'theirs'>>): Content {
  const flat = flatten(content);
  for (const { path, mine } of conflicts) {
    if (choices[path] !== 'mine') continue;
    if (mine === undefined) flat.delete(path);
    else flat.set(path, mine);
  }
  return unflatten(flat);
}

/** Their order without what I removed, with what I added behind its neighbour. */
function mergeOrder(base: readonly string[], theirs: readonly string[], mine: readonly string[]): string[] {
  const removed = new Set(base.filter((id) => !mine.includes(id)));
  const onlyMoved = theirs.length === base.length && theirs.every((id, index) => id === base[index]);
  if (onlyMoved) return [...mine];
  const result = theirs.filter((id) => !removed.has(id));
  for (const [index, id] of mine.entries()) {
    if (base.includes(id) || result.includes(id)) continue;
    const before = result.indexOf(mine[index - 1] ?? '');
    result.splice(before < 0 ? result.length : before + 1, 0, id);
  }
  return result;
}

function dropEmptyOrders(flat: Map<string, unknown>): void {
  for (const [path, value] of flat) {
    if (isOrder(path) && Array.isArray(value) && value.length === 0) flat.delete(path);
  }
}

function isOrder(path: string): boolean {
  return path.endsWith(`.${ORDER}`) || path.endsWith(`.${BLOCKS}`);
}

function asIds(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
