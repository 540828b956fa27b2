import { sql } from 'drizzle-orm';
import type { Database } from '#db/pool.ts';
import { cacheTag } from '#db/schema/ledger.ts';

/** A statement takes 65,534 values at most. */
const TAGS_AT_ONCE = 5000;

/**
 * Marks page tags as out of date in the publishing transaction: the table is the truth, the notification the hint, and both
 * name the very same times.
 *
 * Tags are written in a fixed order, so that two releases can never wait for each other in a circle. Each mark of a tag is
 * later than the one before, whatever the clocks of several machines say: who compares two marks knows which is newer.
 */
export async function markTags(tx: Database, tags: ReadonlySet<string>, now: Date): Promise<void> {
  if (tags.size === 0) return;
  const sorted = [...tags].toSorted();
  const times = new Map<string, number>();
  for (let from = 0; from < sorted.length; from += TAGS_AT_ONCE) {
    const written = await mark(tx, sorted.slice(from, from + TAGS_AT_ONCE), now);
    for (const { tag, at } of written) times.set(tag, at.getTime());
  }
  const payload = JSON.stringify({ tags: sorted, times: sorted.map((tag) => times.get(tag)) });
  // A notification carries at most 8,000 bytes; listeners read the table when it names no tags.
  await tx.execute(sql`select pg_notify('cache_tags', ${payload.length < 7000 ? payload : '{"tags":[]}'})`);
}

/** Times are kept in whole milliseconds, since a program that reads them has no finer ones. */
async function mark(tx: Database, tags: readonly string[], now: Date): Promise<{ tag: string; at: Date }[]> {
  const at = sql`greatest(${now.toISOString()}::timestamptz, date_trunc('milliseconds', now()))`;
  const later = sql`date_trunc('milliseconds', ${cacheTag.at}) + interval '1 millisecond'`;
  return tx
    .insert(cacheTag)
    .values(tags.map((tag) => ({ tag, at })))
    .onConflictDoUpdate({ target: cacheTag.tag, set: { at: sql`greatest(${later}, excluded.at)` } })
    .returning({ tag: cacheTag.tag, at: cacheTag.at });
}
