import { and, eq, inArray, isNull, ne } from 'drizzle-orm';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { record as recordTable, recordRef } from '#db/schema/records.ts';
import { type FieldProblem, Problem } from '#platform/problem.ts';
import { indexedPath } from '../claims.ts';
import { describeFields } from '../describe-fields.ts';
import { kindNamed } from '../kind.ts';
import type { Content, RecordRow } from '../model.ts';
import { findReferences, type FoundReference } from '../references.ts';
import { refuseTaken } from './refuse-taken.ts';

/**
 * Keeps what is read off the facts of a record: the address part it claims and the records it points to.
 *
 * @throws Problem `addressTaken`: another record of the kind has the address part; `invalid`: a pointer leads nowhere or
 *   to a record of another kind; `referenceTrashed`: it leads into the trash
 */
export async function followFacts(context: CommandContext, record: RecordRow, facts: Content): Promise<void> {
  await claimSlug(context, record, typeof facts['slug'] === 'string' ? facts['slug'] : null);
  const found = findReferences(describeFields(kindNamed(record.kind).facts), facts);
  const shown = found.map((one) => ({ ...one, path: indexedPath(facts, one.path) }));
  await refuseBadReferences(context, record, shown);
  await context.tx.delete(recordRef).where(and(eq(recordRef.recordId, record.id), eq(recordRef.scope, 'facts')));
  if (found.length === 0) return;
  await context.tx
    .insert(recordRef)
    .values(found.map(({ path, target }) => ({ recordId: record.id, scope: 'facts', path, targetId: target })))
    .onConflictDoNothing();
}

async function claimSlug({ tx }: CommandContext, record: RecordRow, slug: string | null): Promise<void> {
  if (slug === record.slug) return;
  if (slug !== null) {
    const [other] = await tx
      .select({ id: recordTable.id, ref: recordTable.ref, kind: recordTable.kind })
      .from(recordTable)
      .where(
        and(
          eq(recordTable.kind, record.kind),
          eq(recordTable.slug, slug),
          ne(recordTable.id, record.id),
          isNull(recordTable.deletedAt),
        ),
      );
    if (other !== undefined) {
      throw new Problem('addressTaken', { fields: [{ path: 'slug', reason: 'addressTaken' }], blockers: [other] });
    }
  }
  await refuseTaken('slug', () => tx.update(recordTable).set({ slug }).where(eq(recordTable.id, record.id)));
}

async function refuseBadReferences(
  { tx }: CommandContext,
  record: RecordRow,
  found: readonly FoundReference[],
): Promise<void> {
  if (found.length === 0) return;
  const ids = [...new Set(found.map(({ target }) => target))];
  const rows = await tx
    .select({ id: recordTable.id, kind: recordTable.kind, ref: recordTable.ref, deletedAt: recordTable.deletedAt })
    .from(recordTable)
    .where(inArray(recordTable.id, ids))
    .orderBy(recordTable.id)
    // Otherwise what was found outside the trash could lie in it when this is committed.
    .for('key share');
  const byId = new Map(rows.map((row) => [row.id, row]));
  const fields: FieldProblem[] = [];
  const trashed: FieldProblem[] = [];
  for (const { path, target, to } of found) {
    const row = byId.get(target);
    if (row === undefined || !to.some((kind) => kind === row.kind) || row.id === record.id) {
      fields.push({ path, reason: 'unknownReference' });
    } else if (row.deletedAt !== null) {
      trashed.push({ path, reason: 'referenceTrashed', params: { ref: row.ref } });
    }
  }
  if (fields.length > 0) throw new Problem('invalid', { fields });
  if (trashed.length > 0) throw new Problem('referenceTrashed', { fields: trashed });
}
