import { and, desc, eq, lte, ne } from 'drizzle-orm';
import type { Database } from '#db/pool.ts';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { revision, unit } from '#db/schema/records.ts';
import type { Basis, Content, RecordRow, RevisionKind, Scope } from '../model.ts';
import { carryBasis, confirmPaths, stalePathsOf, textPaths } from '../staleness.ts';
import { asContent, listUnits, lockUnit } from './load-record.ts';

/** A text that was just written. */
export interface WrittenText {
  record: RecordRow;
  scope: Scope;
  /** What stood before, autosaves not counted. */
  before: Content;
  changed: readonly string[];
  rev: number;
  /** The revision that the writer started from, or put back. */
  baseRev: number | null;
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
  if (written.scope === written.record.sourceLocale) await markTranslations(context.tx, written);
  else await confirmTranslation(context.tx, written);
}

async function markTranslations(tx: Database, { record, scope, before, content, rev, minor }: WrittenText) {
  const hashes = textPaths(content);
  const others = await listUnits(tx, record.id);
  for (const { scope: other } of others) {
    if (other === 'facts' || other === scope) continue;
    // Read under the lock: the translation may be saved, and confirmed, at this very moment.
    const translation = await lockUnit(tx, record.id, other);
    if (translation === null) continue;
    // A minor edit is a recorded decision that the translations stay valid: their basis moves on with the source.
    const basis = minor ? carryBasis(translation.basis, textPaths(before), { rev, hashes }) : translation.basis;
    await writeBasis(tx, { recordId: record.id, scope: other, basis, hashes });
  }
}

async function confirmTranslation(tx: Database, written: WrittenText): Promise<void> {
  const { record, scope, changed } = written;
  const target = await lockUnit(tx, record.id, scope);
  const units = await listUnits(tx, record.id);
  const source = units.find((candidate) => candidate.scope === record.sourceLocale);
  if (source === undefined || target === null) return;
  const hashes = textPaths(source.content);
  const madeFrom = isPutBack(written) ? await findSourceOf(tx, written) : { rev: source.headRev, hashes };
  const basis = confirmPaths(target.basis, changed, madeFrom);
  await writeBasis(tx, { recordId: record.id, scope, basis, hashes });
}

/** Nobody compared an old text with today's source. */
function isPutBack({ kind }: WrittenText): boolean {
  return kind === 'restore' || kind === 'discard';
}

/** The source as it stood when the revision that is put back was written. */
async function findSourceOf(tx: Database, { record, scope, baseRev }: WrittenText) {
  const [putBack] = await tx
    .select({ createdAt: revision.createdAt })
    .from(revision)
    .where(and(eq(revision.recordId, record.id), eq(revision.scope, scope), eq(revision.n, baseRev ?? 0)));
  if (putBack === undefined) return { rev: 0, hashes: new Map<string, string>() };
  const [source] = await tx
    .select({ rev: revision.n, content: revision.content })
    .from(revision)
    .where(
      and(
        eq(revision.recordId, record.id),
        eq(revision.scope, record.sourceLocale),
        ne(revision.kind, 'autosave'),
        lte(revision.createdAt, putBack.createdAt),
      ),
    )
    .orderBy(desc(revision.n))
    .limit(1);
  return { rev: source?.rev ?? 0, hashes: textPaths(asContent(source?.content ?? {})) };
}

interface NewBasis {
  recordId: string;
  scope: Scope;
  basis: Basis;
  hashes: ReadonlyMap<string, string>;
}

async function writeBasis(tx: Database, { recordId, scope, basis, hashes }: NewBasis): Promise<void> {
  await tx
    .update(unit)
    .set({ basis, stalePaths: stalePathsOf(basis, hashes) })
    .where(and(eq(unit.recordId, recordId), eq(unit.scope, scope)));
}
