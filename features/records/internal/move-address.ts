import { and, eq, ne } from 'drizzle-orm';
import { address } from '#db/schema/records.ts';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { Problem } from '#platform/problem.ts';
import type { RecordRow } from '../model.ts';

/**
 * Gives a published record its address and lets its earlier ones lead there.
 *
 * @throws Problem `addressTaken`: another record was or is published under it
 */
export async function moveAddress(
  { tx, now }: CommandContext,
  record: RecordRow,
  { basePath, slug }: { basePath: string | null; slug: unknown },
): Promise<void> {
  if (basePath === null || typeof slug !== 'string') return;
  const path = `${basePath}/${slug}`;
  const [taken] = await tx.select().from(address).where(eq(address.path, path)).for('update');
  if (taken !== undefined && taken.recordId !== record.id && taken.state === 'live') {
    throw new Problem('addressTaken', { fields: [{ path: 'facts.slug', reason: 'addressTaken' }] });
  }
  await tx
    .insert(address)
    .values({ path, recordId: record.id, state: 'live', movedTo: null, changedAt: now })
    .onConflictDoUpdate({
      target: address.path,
      set: { recordId: record.id, state: 'live', movedTo: null, changedAt: now },
    });
  await tx
    .update(address)
    .set({ state: 'moved', movedTo: path, changedAt: now })
    .where(and(eq(address.recordId, record.id), ne(address.path, path)));
}

/** Marks every address of a record as gone: it was withdrawn, and says so. */
export async function closeAddresses({ tx, now }: CommandContext, recordId: string): Promise<void> {
  await tx
    .update(address)
    .set({ state: 'gone', movedTo: null, changedAt: now })
    .where(and(eq(address.recordId, recordId), ne(address.state, 'gone')));
}
