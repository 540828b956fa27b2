import { claimBearingPaths, itemsOf } from '#features/records/claims.ts';
import type { Kind } from '#features/records/kind.ts';
import type { Content, KindName } from '#features/records/model.ts';
import { isPlainObject } from '#features/records/plain-object.ts';
import type { ImportRow } from './input.ts';

/** The id under which a row's own source stands among the sources of its record. */
const ROW_SOURCE = 'row';

/** What a fact is where a row says nothing of it. */
const USUAL: Partial<Record<KindName, Content>> = { place: { kind: 'city' } };

/**
 * The facts of a row as a record holds them: items of lists without a name get one by their place (`a1`, `a2`), a record
 * without an address part that of its key (`seed:hamburg-busan`), and the row's own source, or the only one it lists, stands
 * behind every claim-bearing fact that names none.
 */
export function factsOfRow(kind: Kind, { facts, key, source }: ImportRow): Content {
  const named = nameItems({ ...USUAL[kind.name], ...slugIn(key), ...facts });
  // What should be a list and is none is left for the check to name.
  if (!isListOrMissing(named['sources']) || !isListOrMissing(named['claims'])) return named;
  const listed = asList(named['sources']);
  // A kind without sources has nothing that one could serve.
  if (source !== undefined && Object.hasOwn(kind.facts.shape, 'sources')) {
    const sources = [...listed, { id: ROW_SOURCE, ...source }];
    return backWithSource({ ...named, sources }, kind.claimBearing, ROW_SOURCE);
  }
  const [only, ...others] = itemsOf(listed).map(({ id }) => id);
  return typeof only === 'string' && others.length === 0 ? backWithSource(named, kind.claimBearing, only) : named;
}

function slugIn(key: string): { slug?: string } {
  const last = key.slice(key.lastIndexOf(':') + 1);
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(last) ? { slug: last } : {};
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
function backWithSource(facts: Content, claimBearing: readonly string[], sourceId: string): Content {
  const claims = itemsOf(facts['claims']);
  const bare = claimBearingPaths(facts, claimBearing).filter(
    (path) => !claims.some((claim) => `${String(claim['path'])}.`.startsWith(`${path}.`)),
  );
  const single = bare.filter((path) => !path.includes('.'));
  const backed = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      Array.isArray(value)
        ? value.map((item: unknown) => (isBare(item, name, bare) ? { ...item, sourceId } : item))
        : value,
    ]),
  );
  const made = single.map((path) => ({ id: `row-${path.toLowerCase()}`, path, sourceId, accepted: true }));
  return made.length === 0 ? backed : { ...backed, claims: [...asList(facts['claims']), ...made] };
}

function isBare(item: unknown, list: string, bare: readonly string[]): item is Content {
  return isPlainObject(item) && item['sourceId'] === undefined && bare.includes(`${list}.${String(item['id'])}`);
}

function isListOrMissing(value: unknown): boolean {
  return value === undefined || Array.isArray(value);
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
