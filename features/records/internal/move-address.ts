import { and, eq, isNotNull, ne } from 'drizzle-orm';
import { address, revision, unit } from '#db/schema/records.ts';
import type { Database } from '#db/pool.ts';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { Problem } from '#platform/problem.ts';
import type { RecordRow } from '../model.ts';
import { asContent } from './load-record.ts';

/**
 * Gives a record its address once readers see its facts and at least one text, and lets its earlier ones lead there.
 *
 * @param basePath - `null` for a kind that has no page
 * @throws Problem `addressTaken`: another record is published under it
 */
export async function openAddress(
  { tx, now }: CommandContext,
  record: RecordRow,
  basePath: string | null,
): Promise<void> {
  const slug = basePath === null ? null : await findPublishedSlug(tx, record.id);
  if (basePath === null || slug === null) return;
  const path = `${basePath}/${slug}`;
  const [taken] = await tx.select().from(address).where(eq(address.path, path)).for('update');
  if (taken?.state === 'live') {
    if (taken.recordId === record.id) return;
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

/** The published address part; `null` where a page would have no words. */
async function findPublishedSlug(tx: Database, recordId: string): Promise<string | null> {
  const published = await tx
    .select({ scope: unit.scope, content: revision.content })
    .from(unit)
    .leftJoin(
      revision,
      and(
        eq(revision.recordId, unit.recordId),
        eq(revision.scope, unit.scope),
        eq(revision.n, unit.publishedRev),
        eq(unit.scope, 'facts'),
      ),
    )
    .where(and(eq(unit.recordId, recordId), isNotNull(unit.publishedRev)));
  const facts = published.find(({ scope }) => scope === 'facts');
  if (facts === undefined || published.length === 1) return null;
  const slug = asContent(facts.content)['slug'];
  return typeof slug === 'string' ? slug : null;
}

/** Marks every address of a record as gone: it was withdrawn, and says so. */
export async function closeAddresses({ tx, now }: CommandContext, recordId: string): Promise<void> {
  await tx
    .update(address)
    .set({ state: 'gone', movedTo: null, changedAt: now })
    .where(and(eq(address.recordId, recordId), ne(address.state, 'gone')));
}
