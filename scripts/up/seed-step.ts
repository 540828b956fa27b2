import { ask } from '#platform/postgres/ask.ts';
import type { DatabaseEnvironment } from '#platform/postgres/prepare-database.ts';
import type { Note } from './progress.ts';
import { runToEnd, script } from './programs.ts';

/**
 * Fills a database that holds no record yet: all of the seed or nothing. A database that somebody works in is never touched,
 * not even where they have thrown records of the seed away.
 */
export async function seedOnce(environment: DatabaseEnvironment, signal: AbortSignal, note: Note): Promise<void> {
  if (await hasRecords(environment.DATABASE_URL_OWNER)) {
    note('there are records');
    return;
  }
  note('the first partnerships, their places and a story');
  const { code, output } = await runToEnd({ args: script('seed'), environment: { ...environment } }, { signal });
  if (code !== 0) throw new Error(`The seed was refused:\n${output}`);
}

async function hasRecords(url: string): Promise<boolean> {
  const rows = await ask(url, (connection) => connection`select 1 from record limit 1`);
  return rows.length > 0;
}
