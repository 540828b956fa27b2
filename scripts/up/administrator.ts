import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runToEnd, script } from './programs.ts';

/**
 * The one-time address at which the first administrator chooses name, e-mail and password.
 *
 * @returns `null` where there is an administrator already
 */
export async function findSetUpLink(environment: Record<string, string>, signal: AbortSignal): Promise<string | null> {
  if (!existsSync(join(ROOT, 'scripts', 'admin.ts'))) return null;
  const { code, output } = await runToEnd({ args: script('admin', 'set-up-link'), environment }, { signal });
  if (code !== 0) throw new Error(`No first administrator can be made:\n${output}`);
  return /https?:\/\/\S+/u.exec(output)?.[0] ?? null;
}
