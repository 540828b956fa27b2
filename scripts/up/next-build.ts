import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Note } from './progress.ts';
import { next, ROOT, runToEnd } from './programs.ts';

/** What ends up in the build; a change anywhere else leaves it as it is. */
const SOURCES = [
  'app',
  'db',
  'features',
  'i18n',
  'instrumentation-node.ts',
  'instrumentation.ts',
  'messages',
  'next.config.mjs',
  'package-lock.json',
  'package.json',
  'platform',
  'postcss.config.mjs',
  'public',
  'tsconfig.json',
  'ui',
];
/** What lies in `public/client` is made by the build itself. */
const NEVER_BUILT = /\.(?:test\.tsx?|md|sql)$|^public[\\/]client[\\/]/u;
const STAMP = join(ROOT, '.next', 'built-from');

/** Builds the site unless the last build was made from the same sources. The build needs no database. */
export async function buildIfChanged(signal: AbortSignal, note: Note): Promise<void> {
  if (isBuilt()) {
    note('nothing changed');
    return;
  }
  note('sources changed; this takes up to a minute');
  await build({ signal });
  note('');
}

/**
 * Builds the site.
 *
 * @param show - whether the compiler writes to the terminal; otherwise it is heard only when it fails
 * @throws Error with what the compiler said
 */
export async function build(options: { signal: AbortSignal; show?: boolean }): Promise<void> {
  rmSync(STAMP, { force: true });
  const sources = hashSources(ROOT);
  const { code, output } = await runToEnd(
    { args: next('build'), environment: { NODE_ENV: 'production', DATABASE_URL: undefined } },
    options,
  );
  if (code !== 0) throw new Error(`The site does not build.\n${output}`.trim());
  // What was changed while it built is not in the build, so the hash is the one from before.
  writeFileSync(STAMP, sources);
}

function isBuilt(): boolean {
  if (!existsSync(join(ROOT, '.next', 'BUILD_ID')) || !existsSync(STAMP)) return false;
  return readFileSync(STAMP, 'utf8') === hashSources(ROOT);
}

/** One value for all sources of a project: names and contents. */
export function hashSources(root: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of SOURCES.flatMap((name) => listFiles(root, name))) {
    hash.update(`\n${path}\n`).update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}

function listFiles(root: string, path: string): string[] {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((name) => !NEVER_BUILT.test(name) && statSync(join(root, name)).isFile())
    .toSorted();
}
