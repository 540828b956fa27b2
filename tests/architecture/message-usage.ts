import { listFiles, readPlace } from './finding.ts';

const SOURCES = /^(?:app|features|i18n|platform|scripts|ui)\/.+(?<!\.test)\.tsx?$/u;
const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu;

/**
 * The keys of interface texts that no code can ask for. Keys are put together at run time (`kind.${name}`, `${list}_${name}`),
 * so a key counts as used where it stands in quotes, or its namespace does and each part after it occurs as a word somewhere:
 * some dead keys stay unnoticed, none that is alive is called dead.
 */
export function findUnusedKeys(root: string, keys: Iterable<string>): string[] {
  const words = new Set<string>();
  const quoted = new Set<string>();
  for (const file of listFiles(root, SOURCES)) {
    const code = readPlace(root, file).replaceAll(COMMENT, '');
    for (const [word] of code.matchAll(/[\p{L}_][\w-]*/gu)) words.add(word);
    for (const [, text = ''] of code.matchAll(/['"]([A-Z]\w*(?:\.\w+)*)['"]/gu)) quoted.add(text);
  }
  return [...keys].filter((key) => !isUsed(key.split('.'), words, quoted));
}

function isUsed(parts: string[], words: Set<string>, quoted: Set<string>): boolean {
  if (quoted.has(parts.join('.'))) return true;
  return parts.some((_, length) => {
    const namespace = parts.slice(0, length).join('.');
    return quoted.has(namespace) && parts.slice(length).every((part) => isKnown(part, words));
  });
}

function isKnown(part: string, words: Set<string>): boolean {
  return (
    words.has(part) || /^\d+$/u.test(part) || (part.includes('_') && part.split('_').every((word) => words.has(word)))
  );
}
