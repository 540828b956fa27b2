import { releaseLog } from '#db/schema/records.ts';
import type { CommandContext } from '#features/ledger/define-command.ts';
import type { Content, RecordRow, Scope, UnitRow } from '../model.ts';
import { sameValue } from '../paths.ts';
import { findRevisionContent } from './load-record.ts';

/** Notes for readers that a unit was put before them, with the fields that differ from what they saw until then. */
export async function logRelease(
  { tx, now }: Pick<CommandContext, 'tx' | 'now'>,
  record: RecordRow,
  one: UnitRow,
): Promise<void> {
  const { content, publishedRev, scope } = one;
  const before =
    publishedRev === null ? null : await findRevisionContent(tx, { recordId: record.id, scope, n: publishedRev });
  const changed = before === null ? [] : changedFields(before, content);
  // The same content again is nothing that a reader could see.
  if (before !== null && changed.length === 0) return;
  await tx.insert(releaseLog).values({ recordId: record.id, scope, deed: 'released', changed, at: now });
}

/** Notes for readers that units were taken away from them. */
export async function logWithdrawal(
  { tx, now }: CommandContext,
  recordId: string,
  scopes: readonly Scope[],
): Promise<void> {
  if (scopes.length === 0) return;
  await tx.insert(releaseLog).values(scopes.map((scope) => ({ recordId, scope, deed: 'withdrawn', at: now })));
}

function changedFields(before: Content, after: Content): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !sameValue(before[name], after[name])).toSorted();
}
