import { and, eq, inArray } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { revision } from '#db/schema/records.ts';
import type { Actor } from '#features/ledger/model.ts';
import { Problem } from '#platform/problem.ts';
import { asContent } from '../internal/load-record.ts';
import type { Content, Scope } from '../model.ts';
import { mayReadDrafts } from '../policy.ts';

/** Two contents of one unit to be compared, the earlier one first. */
export interface TwoRevisions {
  before: Content;
  content: Content;
}

/**
 * Any two revisions of a unit, whichever of them is named first.
 *
 * @returns `null` where one of them does not exist, or both are the same
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function findTwoRevisions(
  actor: Actor,
  { recordId, scope, one, other }: { recordId: string; scope: Scope; one: number; other: number },
): Promise<TwoRevisions | null> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const rows = await appDb()
    .select({ n: revision.n, content: revision.content })
    .from(revision)
    .where(and(eq(revision.recordId, recordId), eq(revision.scope, scope), inArray(revision.n, [one, other])))
    .orderBy(revision.n);
  const [earlier, later] = rows;
  if (earlier === undefined || later === undefined) return null;
  return { before: asContent(earlier.content), content: asContent(later.content) };
}
