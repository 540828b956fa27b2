import type { FieldProblem } from '#platform/problem.ts';
import type { Content } from './model.ts';
import { isPlainObject } from './plain-object.ts';
import { flatten } from './paths.ts';
import { mentionsIn, readPublishedText } from './published-rich-text.ts';

/**
 * What keeps facts from being published because nobody says who says so: each claim-bearing fact needs an accepted claim,
 * by its own `sourceId` or in `claims`; an accepted value must be the one shown; a source must exist.
 */
export function findClaimProblems(facts: Content, claimBearing: readonly string[]): FieldProblem[] {
  return [...missingClaims(facts, claimBearing), ...unknownSources(facts), ...differingClaims(facts)];
}

/** The facts that need a claim: a single fact by its name, the items of a list each by its id. */
export function claimBearingPaths(facts: Content, claimBearing: readonly string[]): string[] {
  return claimBearing.flatMap((name) => {
    const value = facts[name];
    if (value === undefined) return [];
    if (name === 'parties' || !Array.isArray(value)) return [name];
    return itemsOf(value).map((item) => `${name}.${String(item['id'])}`);
  });
}

/**
 * Notes of a text that name a source which the facts do not have: readers would see nothing where the writer meant proof.
 *
 * @param facts - of the same record, as readers see them or will see them with the text
 */
export function findUnknownNotes(text: Content, facts: Content): FieldProblem[] {
  const known = new Set(itemsOf(facts['sources']).map((source) => source['id']));
  return Object.entries(text).flatMap(([path, value]) => {
    const named = new Set(mentionsIn(readPublishedText(value)).map(({ sourceId }) => sourceId));
    return [...named]
      .filter((source) => !known.has(source))
      .map((source) => ({ path, reason: 'unknownNote', params: { source } }));
  });
}

/** The items of a list that are objects. */
export function itemsOf(list: unknown): Content[] {
  return Array.isArray(list) ? list.filter((item) => isPlainObject(item)) : [];
}

/**
 * The facts with the day on which somebody found them true on each accepted claim. A fact that only names its source gets a claim to carry
 * the day.
 *
 * @param day - `YYYY-MM-DD`
 */
export function confirmClaims(facts: Content, claimBearing: readonly string[], day: string): Content {
  const claims = itemsOf(facts['claims']).map((claim) =>
    claim['accepted'] === true ? { ...claim, checkedOn: day } : claim,
  );
  const used = new Set(claims.map((claim) => claim['id']));
  const added = claimBearingPaths(facts, claimBearing).flatMap((path): Content[] => {
    const sourceId = claims.some((claim) => accepts(claim, path)) ? null : ownSource(facts, path);
    if (sourceId === null) return [];
    const id = freeId(used);
    used.add(id);
    return [{ id, path, sourceId, accepted: true, checkedOn: day }];
  });
  return claims.length + added.length === 0 ? facts : { ...facts, claims: [...claims, ...added] };
}

function freeId(used: ReadonlySet<unknown>): string {
  let number = used.size + 1;
  while (used.has(`c${String(number)}`)) number += 1;
  return `c${String(number)}`;
}

/** Whether a claim is accepted and speaks of a fact, or of a part of it. */
function accepts(claim: Content, path: string): boolean {
  return claim['accepted'] === true && `${String(claim['path'])}.`.startsWith(`${path}.`);
}

function missingClaims(facts: Content, claimBearing: readonly string[]): FieldProblem[] {
  const claims = itemsOf(facts['claims']);
  return claimBearingPaths(facts, claimBearing)
    .filter((path) => ownSource(facts, path) === null)
    .filter((path) => !claims.some((claim) => accepts(claim, path)))
    .map((path) => ({ path: indexedPath(facts, path), reason: 'claimMissing' }));
}

/** The source that an item names itself. */
function ownSource(facts: Content, path: string): string | null {
  const [list = '', id] = path.split('.');
  const sourceId = itemsOf(facts[list]).find((item) => item['id'] === id)?.['sourceId'];
  return typeof sourceId === 'string' ? sourceId : null;
}

function unknownSources(facts: Content): FieldProblem[] {
  const ids = new Set(itemsOf(facts['sources']).map((source) => source['id']));
  return Object.entries(facts).flatMap(([name, list]) =>
    itemsOf(list).flatMap((item, index) =>
      item['sourceId'] === undefined || ids.has(item['sourceId'])
        ? []
        : [{ path: `${name}.${index}.sourceId`, reason: 'unknownSource' }],
    ),
  );
}

function differingClaims(facts: Content): FieldProblem[] {
  const flat = flatten(facts);
  return itemsOf(facts['claims']).flatMap((claim, index) => {
    const shown = flat.get(String(claim['path']));
    const differs = claim['accepted'] === true && claim['value'] !== undefined && shown !== claim['value'];
    return differs ? [{ path: `claims.${index}.value`, reason: 'claimDiffers' }] : [];
  });
}

/**
 * `agreements.a1.signedOn` as `agreements.0.signedOn`: kernel paths name an item by its id, forms and messages count the
 * items.
 */
export function indexedPath(facts: Content, path: string): string {
  const [list = '', id, ...rest] = path.split('.');
  const index = itemsOf(facts[list]).findIndex((item) => item['id'] === id);
  return id === undefined || index < 0 ? path : [list, index, ...rest].join('.');
}
