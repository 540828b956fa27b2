import { claimBearingPaths, itemsOf } from '#features/records/claims.ts';
import type { Kind } from '#features/records/kind.ts';
import type { Content } from '#features/records/model.ts';
import { isPlainObject } from '#features/records/plain-object.ts';
import type { ImportRow } from './input.ts';

/** The id under which a row's own source stands among the sources of its record. */
const ROW_SOURCE = 'row';

/**
 * The facts of a row as a record holds them: items of lists without a name get one by their place (`a1`, `a2`), and the
 * row's own source stands behind every claim-bearing fact that names none.
 */
export function factsOfRow(kind: Kind, { facts, source }: ImportRow): Content {
  const named = nameItems(facts);
  if (source === undefined) return named;
  const sources = [...asList(named['sources']), { id: ROW_SOURCE, ...source }];
  return backWithSource({ ...named, sources }, kind.claimBearing);
}

function nameItems(facts: Content): Content {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, Array.isArray(value) ? nameList(name, value) : value]),
  );
}

function nameList(name: string, list: readonly unknown[]): unknown[] {
  if (!list.some((item) => isPlainObject(item))) return [...list];
  const taken = new Set(itemsOf(list).map(({ id }) => id));
  return list.map((item, index) => {
    if (!isPlainObject(item) || item['id'] !== undefined) return item;
    const id = freeName(`${name.charAt(0)}${String(index + 1)}`, taken);
    taken.add(id);
    return { id, ...item };
  });
}

function freeName(wanted: string, taken: ReadonlySet<unknown>): string {
  return taken.has(wanted) ? freeName(`${wanted}-1`, taken) : wanted;
}

/** List items name their source themselves; single facts and the parties as a whole get a claim. */
function backWithSource(facts: Content, claimBearing: readonly string[]): Content {
  const claims = itemsOf(facts['claims']);
  const bare = claimBearingPaths(facts, claimBearing).filter(
    (path) => !claims.some((claim) => `${String(claim['path'])}.`.startsWith(`${path}.`)),
  );
  const single = bare.filter((path) => !path.includes('.'));
  const backed = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((item: unknown) => backItem(item, name, bare)) : value,
    ]),
  );
  const made = single.map((path) => ({ id: `row-${path.toLowerCase()}`, path, sourceId: ROW_SOURCE, accepted: true }));
  return made.length === 0 ? backed : { ...backed, claims: [...asList(facts['claims']), ...made] };
}

function backItem(item: unknown, list: string, bare: readonly string[]): unknown {
  if (!isPlainObject(item) || item['sourceId'] !== undefined) return item;
  return bare.includes(`${list}.${String(item['id'])}`) ? { ...item, sourceId: ROW_SOURCE } : item;
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
