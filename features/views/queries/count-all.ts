import { and, count, eq, isNull } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { record } from '#db/schema/records.ts';
import type { Actor } from '#features/ledger/model.ts';
import type { KindName } from '#features/records/model.ts';
import { mayReadDrafts } from '#features/records/policy.ts';
import { Problem } from '#platform/problem.ts';

/**
 * How many records of a kind there are outside the trash.
 *
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function countAll(actor: Actor, kind: KindName): Promise<number> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const [row] = await appDb()
    .select({ count: count() })
    .from(record)
    .where(and(eq(record.kind, kind), isNull(record.deletedAt)));
  return row?.count ?? 0;
}
