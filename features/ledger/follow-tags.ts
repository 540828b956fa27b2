import { z } from 'zod';
import { appDb, listen } from '#db/client.ts';
import type { Listener } from '#db/listener.ts';
import { cacheTag } from '#db/schema/ledger.ts';
import { log } from '#platform/log.ts';

/** A tag of pages that are out of date. */
export interface MarkedTag {
  tag: string;
  /** When it was marked, in milliseconds since 1970, on the clock of the database or of the process that published. */
  atMs: number;
}

const RETRY_MS = 1000;
/** As `markTags` writes it: for each tag its time. */
const message = z.object({ tags: z.array(z.string()), times: z.array(z.number()).default([]) });

/**
 * Tells of every page tag that is or will be marked as out of date, until it is closed: all that were ever marked at the
 * beginning and after each lost connection, since a notification that nobody heard is gone, and then each new one. A tag may
 * be told more than once.
 *
 * @param onMarked - may not throw
 */
export function followTags(onMarked: (marked: readonly MarkedTag[]) => void): Listener {
  const closing = new AbortController();

  async function tellAll(): Promise<void> {
    while (!closing.signal.aborted) {
      try {
        const rows = await appDb().select().from(cacheTag);
        onMarked(rows.map(({ tag, at }) => ({ tag, atMs: at.getTime() })));
        return;
      } catch (error) {
        log.warn({ error }, 'page tags could not be read');
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  function tell(payload: string): void {
    const { tags, times } = message.parse(JSON.parse(payload));
    // A release of many records names none of them: the table knows.
    if (tags.length === 0 || tags.length !== times.length) void tellAll();
    else onMarked(times.map((atMs, at) => ({ tag: tags[at] ?? '', atMs })));
  }

  const listener = listen('cache_tags', tell, () => void tellAll());
  return {
    close: async () => {
      closing.abort();
      await listener.close();
    },
  };
}
