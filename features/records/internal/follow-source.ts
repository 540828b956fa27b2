import { and, eq } from 'drizzle-orm';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { unit } from '#db/schema/records.ts';
import type { Content, RecordRow, RevisionKind, Scope } from '../model.ts';
import { confirmPaths, stalePathsOf, textPaths } from '../staleness.ts';
import { listUnits, lockUnit } from './load-record.ts';

/** A text that was just written. */
export interface WrittenText {
  record: RecordRow;
  scope: Scope;
  changed: readonly string[];
  rev: number;
  content: Content;
  kind: RevisionKind;
  minor: boolean;
}

/**
 * Keeps translations honest in the same transaction: a changed source marks exactly the paths that no longer follow it; a
 * changed translation confirms the paths that were worked on. Autosaves mark nothing: the writer is still thinking.
 */
export async function followSource(context: CommandContext, written: WrittenText): Promise<void> {
  if (written.kind === 'autosave') return;
  if (written.scope === written.record.sourceLocale) await markTranslations(context, written);
  else await confirmTranslation(context, written);
}

async function markTranslations({ tx }: CommandContext, written: WrittenText): Promise<void> {
  const hashes = textPaths(written.content);
  const others = await listUnits(tx, written.record.id);
  for (const other of others) {
    if (other.scope === 'facts' || other.scope === written.scope) continue;
    // A minor edit is a recorded decision that the translations stay valid: their basis moves on with the source.
    const basis = written.minor
      ? confirmPaths(other.basis, written.changed, { rev: written.rev, hashes })
      : other.basis;
    await tx
      .update(unit)
      .set({ basis, stalePaths: stalePathsOf(basis, hashes) })
      .where(and(eq(unit.recordId, other.recordId), eq(unit.scope, other.scope)));
  }
}

async function confirmTranslation({ tx }: CommandContext, written: WrittenText): Promise<void> {
  const units = await listUnits(tx, written.record.id);
  const source = units.find((candidate) => candidate.scope === written.record.sourceLocale);
  const target = await lockUnit(tx, written.record.id, written.scope);
  if (source === undefined || target === null) return;
  const hashes = textPaths(source.content);
  const basis = confirmPaths(target.basis, written.changed, { rev: source.headRev, hashes });
  await tx
    .update(unit)
    .set({ basis, stalePaths: stalePathsOf(basis, hashes) })
    .where(and(eq(unit.recordId, written.record.id), eq(unit.scope, written.scope)));
}
