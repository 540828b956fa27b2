import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder with files of a test's own. */
export interface PlantedTree {
  root: string;
  remove: () => void;
}

/** Writes files, by their path from the root, into a new folder outside of the project. */
export function plantTree(files: Record<string, string>): PlantedTree {
  const root = mkdtempSync(path.join(tmpdir(), 'planted-'));
  for (const [place, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, place)), { recursive: true });
    writeFileSync(path.join(root, place), text);
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
