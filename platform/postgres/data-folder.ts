import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * The absolute path of a data folder that exists and can be written to.
 *
 * @throws Error that names the folder, the reason and the way to choose another
 */
export function openDataFolder(given: string): string {
  const folder = resolve(given);
  const probe = join(folder, `.probe-${String(process.pid)}`);
  try {
    makeFolder(folder);
    writeFileSync(probe, '');
    rmSync(probe);
    return folder;
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new Error(
      `The data folder ${folder} cannot be written to (${reason}). Choose another with DATA_DIR or --data-dir.`,
      { cause },
    );
  }
}

/** One level at a time: the recursive option of Node 20 never returns below `/proc`. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}
