import { followTags } from '#features/ledger/follow-tags.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { recordTag } from '#features/records/tags.ts';
import { logUnexpected } from '#platform/log.ts';
import { indexRecords } from './commands/index-records.ts';
import { listDueRecords } from './queries/list-due-records.ts';

const PREFIX = recordTag('');
const RETRY_MS = 2000;

/**
 * Keeps the index in step with what is released: whatever puts the pages of a record out of date puts its entry out of date as
 * well. What is due is read from the table of marks, so nothing is missed while nobody listened.
 */
export function keepIndex(): { close: () => Promise<void> } {
  let isClosed = false;
  let working: Promise<void> | null = null;
  let isAskedAgain = false;

  async function work(): Promise<void> {
    do {
      isAskedAgain = false;
      try {
        while (!isClosed && (await indexDue()) > 0);
      } catch (thrown) {
        logUnexpected(thrown);
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
        isAskedAgain = true;
      }
    } while (isAskedAgain && !isClosed);
    working = null;
  }

  const listener = followTags((marked) => {
    if (!marked.some(({ tag }) => tag.startsWith(PREFIX))) return;
    isAskedAgain = true;
    working ??= work();
  });
  return {
    close: async () => {
      isClosed = true;
      await listener.close();
      await working;
    },
  };
}

/** Indexes as much of what is due as one turn takes. @returns how many records that was */
export async function indexDue(now = new Date()): Promise<number> {
  const records = await listDueRecords();
  if (records.length === 0) return 0;
  const actor = { kind: 'system', reason: 'search.index' } as const;
  await runCommand(indexRecords, { records }, { actor, now, requestId: `search:${now.toISOString()}` });
  return records.length;
}
