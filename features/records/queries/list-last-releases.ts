import { and, eq, max } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { releaseLog } from '#db/schema/records.ts';
import type { Actor } from '#features/ledger/model.ts';
import { Problem } from '#platform/problem.ts';
import { mayReadDrafts } from '../policy.ts';

/**
 * When each unit of a record was last put before readers, by its name.
 *
 * @throws Problem `forbidden`: this is asked beside drafts, which are for the staff
 */
export async function listLastReleases(actor: Actor, recordId: string): Promise<ReadonlyMap<string, Date>> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const rows = await appDb()
    .select({ scope: releaseLog.scope, at: max(releaseLog.at) })
    .from(releaseLog)
    .where(and(eq(releaseLog.recordId, recordId), eq(releaseLog.deed, 'released')))
    .groupBy(releaseLog.scope);
  return new Map(rows.flatMap(({ scope, at }) => (at === null ? [] : [[scope, at]])));
}
