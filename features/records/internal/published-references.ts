import { and, eq, inArray } from 'drizzle-orm';
import { record as recordTable, recordRef, unit } from '#db/schema/records.ts';
import type { Database } from '#db/pool.ts';
import { type FieldProblem, Problem } from '#platform/problem.ts';
import { indexedPath } from '../claims.ts';
import { describeFields } from '../describe-fields.ts';
import type { Kind } from '../kind.ts';
import type { Content } from '../model.ts';
import { findReferences } from '../references.ts';

/** What a record points to as readers see it, which its draft may no longer do. */
const SCOPE = 'published';

/**
 * Sees to it that facts point to nothing that readers cannot see, now or a moment later: what they point to is locked
 * against being withdrawn until this is committed.
 *
 * @throws Problem `referenceUnpublished`: points to something unpublished
 */
export async function refuseUnpublishedReferences(tx: Database, kind: Kind, facts: Content): Promise<void> {
  const found = findReferences(describeFields(kind.facts), facts);
  if (found.length === 0) return;
  const rows = await tx
    .select({ id: unit.recordId, publishedRev: unit.publishedRev })
    .from(unit)
    .where(and(inArray(unit.recordId, [...new Set(found.map(({ target }) => target))]), eq(unit.scope, 'facts')))
    .orderBy(unit.recordId)
    .for('key share');
  const published = new Set(rows.filter((row) => row.publishedRev !== null).map((row) => row.id));
  const fields: FieldProblem[] = found
    .filter(({ target }) => !published.has(target))
    .map(({ path }) => ({ path: `facts.${indexedPath(facts, path)}`, reason: 'referenceUnpublished' }));
  if (fields.length > 0) throw new Problem('referenceUnpublished', { fields });
}

/** Keeps what published facts point to. */
export async function keepPublishedReferences(
  tx: Database,
  { recordId, kind, facts }: { recordId: string; kind: Kind; facts: Content },
): Promise<void> {
  await forgetPublishedReferences(tx, recordId);
  const found = findReferences(describeFields(kind.facts), facts);
  if (found.length === 0) return;
  const rows = found.map(({ path, target }) => ({ recordId, scope: SCOPE, path, targetId: target }));
  await tx.insert(recordRef).values(rows).onConflictDoNothing();
}

/** Forgets what a record pointed to: readers see it no more. */
export async function forgetPublishedReferences(tx: Database, recordId: string): Promise<void> {
  await tx.delete(recordRef).where(and(eq(recordRef.recordId, recordId), eq(recordRef.scope, SCOPE)));
}

/** @throws Problem `inUse`: published records point here; some of them are named */
export async function refuseUsedInPublic(tx: Database, recordId: string): Promise<void> {
  const users = await tx
    .selectDistinct({ id: recordTable.id, ref: recordTable.ref, kind: recordTable.kind })
    .from(recordRef)
    .innerJoin(recordTable, eq(recordTable.id, recordRef.recordId))
    .where(and(eq(recordRef.targetId, recordId), eq(recordRef.scope, SCOPE)))
    .limit(20);
  if (users.length > 0) throw new Problem('inUse', { blockers: users });
}
