import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Something that a check found: where, and what to do about it. */
export interface Finding {
  /** From the root of the project, with forward slashes. */
  file: string;
  line?: number;
  message: string;
}

/** A finding as one line that editors turn into a link. */
export function describeFinding({ file, line, message }: Finding): string {
  return `${file}${line === undefined ? '' : `:${String(line)}`} ${message}`;
}

const SKIPPED = new Set(['.data', '.git', '.next', 'node_modules', 'playwright-report', 'test-results']);

/** The files of the project whose path matches, sorted, by path from the root with forward slashes. */
export function listFiles(root: string, pattern: RegExp): string[] {
  const found: string[] = [];
  collect('');
  return found.toSorted();

  function collect(folder: string): void {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const place = path.posix.join(folder, entry.name);
      if (entry.isDirectory() && !SKIPPED.has(entry.name)) collect(place);
      if (entry.isFile() && pattern.test(place)) found.push(place);
    }
  }
}

/** The text of a file of the project. */
export function readPlace(root: string, place: string): string {
  return readFileSync(path.join(root, place), 'utf8');
}
