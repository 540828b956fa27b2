import { existsSync } from 'node:fs';
import path from 'node:path';
import { readPlace } from './finding.ts';

/**
 * The files that run in the browser among all that some pages import, directly or through others. Imports of types alone
 * count as well: leaving one out later must not need this check to be read again.
 *
 * @param entries - the pages, by path from the root
 */
export function findClientFiles(root: string, entries: readonly string[]): string[] {
  const seen = new Set<string>();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file) || !existsSync(path.join(root, file))) continue;
    seen.add(file);
    waiting.push(...importsOf(file, readPlace(root, file)));
  }
  return [...seen]
    .filter((file) => /^(?:\s|\/\*[\s\S]*?\*\/)*['"]use client['"]/u.test(readPlace(root, file)))
    .toSorted();
}

function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*['"](?<to>[#.][^'"]+\.tsx?)['"]/gu)].map(({ groups }) => {
    const to = groups?.['to'] ?? '';
    return to.startsWith('#') ? to.slice(1) : path.posix.join(path.posix.dirname(file), to);
  });
}
