import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { record, unit } from '#db/schema/records.ts';
import type { Actor } from '#features/ledger/model.ts';
import { isScope, type Scope } from '#features/records/model.ts';
import { mayReadDrafts } from '#features/records/policy.ts';
import { Problem } from '#platform/problem.ts';
import { waitsFor } from './list-work.ts';

/** How much waits to be judged in one part of records. */
export interface WaitingReview {
  scope: Scope;
  count: number;
}

/**
 * What waits for somebody's judgement, by language.
 *
 * @param day - today's calendar day, `YYYY-MM-DD`
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function countReview(actor: Actor, day: string): Promise<WaitingReview[]> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const waits = waitsFor(actor, 'review', day);
  if (waits === null) return [];
  const rows = await appDb()
    .select({ scope: unit.scope, count: sql<number>`count(*)::int` })
    .from(unit)
    .innerJoin(record, eq(record.id, unit.recordId))
    .where(and(isNull(record.deletedAt), waits))
    .groupBy(unit.scope)
    .orderBy(asc(unit.scope));
  return rows.flatMap(({ scope, count }) => (isScope(scope) ? [{ scope, count }] : []));
}
