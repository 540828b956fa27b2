import { createHash } from 'node:crypto';
import type { Basis, Content } from './model.ts';
import { canonicalJson, flatten, ORDER, BLOCKS } from './paths.ts';

/** The text paths of a unit that a translation has to follow; orders are not text. */
export function textPaths(content: Content): Map<string, string> {
  const hashes = new Map<string, string>();
  for (const [path, value] of flatten(content)) {
    if (!path.endsWith(`.${ORDER}`) && !path.endsWith(`.${BLOCKS}`)) hashes.set(path, hashText(value));
  }
  return hashes;
}

/**
 * A hash that changes when the words change and only then: runs of white space count as one space, so that a line break
 * does not make five languages outdated.
 */
export function hashText(value: unknown): string {
  const text = canonicalJson(value)
    .normalize('NFC')
    .replaceAll(/(?:\s|\\n|\\t)+/gu, ' ')
    .replaceAll(/" | "/gu, '"');
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

/** The paths of a translation whose source says something else than what the translation was made from. */
export function stalePathsOf(basis: Basis, source: ReadonlyMap<string, string>): string[] {
  return Object.entries(basis)
    .filter(([path, from]) => source.get(path) !== from.hash)
    .map(([path]) => path)
    .toSorted();
}

/**
 * The basis after a minor edit of the source: what followed the source before it follows it still; what was outdated stays
 * so.
 *
 * @param before - the source as it stood before the edit
 */
export function carryBasis(
  basis: Basis,
  before: ReadonlyMap<string, string>,
  source: { rev: number; hashes: ReadonlyMap<string, string> },
): Basis {
  const followed = Object.entries(basis).filter(([path, from]) => before.get(path) === from.hash);
  return confirmPaths(
    basis,
    followed.map(([path]) => path).filter((path) => source.hashes.has(path)),
    source,
  );
}

/** The basis after somebody worked on some paths: each now follows the source as it stands. */
export function confirmPaths(
  basis: Basis,
  paths: readonly string[],
  source: { rev: number; hashes: ReadonlyMap<string, string> },
): Basis {
  const confirmed: Basis = { ...basis };
  for (const path of paths) {
    const hash = source.hashes.get(path);
    if (hash === undefined) Reflect.deleteProperty(confirmed, path);
    else confirmed[path] = { rev: source.rev, hash };
  }
  return confirmed;
}
