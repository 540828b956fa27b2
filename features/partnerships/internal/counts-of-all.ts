import { sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';

/** Counts of everything that is published, and the state of the register in which they were counted. */
interface Kept<T> {
  state: string;
  counted: Promise<T>;
}

/**
 * Keeps what was counted of all that is published until the next release: most questions leave one filter open, whose values
 * are counted among everything.
 *
 * @returns asks for it; `key` is what else the numbers depend on, such as the day
 */
export function createCountsOfAll<T>(): (key: string, count: () => Promise<T>) => Promise<T> {
  let kept: Kept<T> | null = null;
  return async (key, count) => {
    const state = `${key} ${await findState()}`;
    if (kept?.state !== state) {
      const counted = count();
      kept = { state, counted };
      counted.catch(() => {
        if (kept?.counted === counted) kept = null;
      });
    }
    return kept.counted;
  };
}

/** Every release and every withdrawal is one line more. */
async function findState(): Promise<string> {
  const [row] = await publicDb().execute<{ last: string }>(
    sql`select coalesce(max(id), 0)::text as last from release_log`,
  );
  return row?.last ?? '0';
}
