import { and, eq } from 'drizzle-orm';
import { unit } from '#db/schema/records.ts';
import type { CommandContext } from '#features/ledger/define-command.ts';
import type { Scope } from '../model.ts';

/** A new head that says what readers see counts as released: nothing is waiting. */
export async function standAsPublished(
  { tx }: CommandContext,
  { recordId, scope, rev }: { recordId: string; scope: Scope; rev: number },
): Promise<void> {
  await tx
    .update(unit)
    .set({ state: 'published', publishedRev: rev })
    .where(and(eq(unit.recordId, recordId), eq(unit.scope, scope)));
}
