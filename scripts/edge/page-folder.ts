import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findSiteId } from '#features/settings/queries/find-site-id.ts';
import { writePrivateFile } from '#platform/postgres/private-file.ts';

const ANSWER_MS_MAX = 3000;
const RETRY_MS = 1000;

/**
 * The folder of the pages that belong to the content of the database at hand: a page may outlive its database, and must not
 * be shown over another one. While the database is away, the one of the last time is believed to come back.
 *
 * @param onOther - is called once the database turns out to hold something else
 */
export async function openPageFolder(root: string, onOther: () => void): Promise<string> {
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const file = join(root, 'site');
  const last = existsSync(file) ? readFileSync(file, 'utf8') : 'unknown';
  const found = await Promise.race([findSiteId().catch(() => null), sleep(ANSWER_MS_MAX, null, { ref: false })]);
  if (found === null) void untilKnown(file, last, onOther);
  else writePrivateFile(file, found);
  return join(root, found ?? last);
}

async function untilKnown(file: string, believed: string, onOther: () => void): Promise<void> {
  for (;;) {
    await sleep(RETRY_MS, undefined, { ref: false });
    try {
      const found = await findSiteId();
      writePrivateFile(file, found);
      if (found !== believed) onOther();
      return;
    } catch {
      // The database is still away, or the disk is; both come back.
    }
  }
}
