import { sql } from 'drizzle-orm';
import type { Database } from '#db/pool.ts';
import { cacheTag } from '#db/schema/ledger.ts';

/** A statement takes 65,534 values at most. */
const TAGS_AT_ONCE = 5000;

/**
 * Marks page tags as out of date in the publishing transaction: the table is the truth, the notification the hint.
 *
 * Tags are written in a fixed order, so that two releases can never wait for each other in a circle. The time never goes
 * back, whatever the clocks of several machines say.
 */
export async function markTags(tx: Database, tags: ReadonlySet<string>, now: Date): Promise<void> {
  if (tags.size === 0) return;
  const sorted = [...tags].toSorted();
  for (let from = 0; from < sorted.length; from += TAGS_AT_ONCE) {
    await tx
      .insert(cacheTag)
      .values(sorted.slice(from, from + TAGS_AT_ONCE).map((tag) => ({ tag, at: now })))
      .onConflictDoUpdate({ target: cacheTag.tag, set: { at: sql`greatest(${cacheTag.at}, excluded.at, now())` } });
  }
  // A notification carries at most 8,000 bytes; listeners read the table when it names no tags.
  const payload = JSON.stringify({ tags: sorted, at: now.getTime() });
  await tx.execute(sql`select pg_notify('cache_tags', ${payload.length < 7000 ? payload : '{"tags":[]}'})`);
}
