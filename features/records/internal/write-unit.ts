import { and, eq } from 'drizzle-orm';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { personIdOf } from '#features/ledger/model.ts';
import { revision, unit } from '#db/schema/records.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { Problem } from '#platform/problem.ts';
import { checkDraft } from '../check-content.ts';
import { kindNamed } from '../kind.ts';
import type { Content, RecordRow, RevisionKind, Scope, UnitRow } from '../model.ts';
import { NOT_BEGUN, SCHEMA_VERSION } from '../model.ts';
import { changedPaths } from '../paths.ts';
import { followFacts } from './follow-facts.ts';
import { followSource } from './follow-source.ts';

/** One new content of a unit, on its way into the database. */
export interface NewRevision {
  record: RecordRow;
  scope: Scope;
  /** The locked head; `null` for a unit that nobody has begun. */
  head: UnitRow | null;
  baseRev: number | null;
  content: Content;
  kind: RevisionKind;
  minor?: boolean;
  note?: string | null;
  session?: string | null;
}

/** Where a unit stands after a write. */
export interface Written {
  version: number;
  rev: number;
  changed: string[];
}

/**
 * Writes a revision and moves the unit's head to it, with everything that follows: the slug, the pointers, the staleness
 * of translations, the audit line. A content that changes nothing writes nothing.
 *
 * @throws Problem `invalid`; `addressTaken`; `referenceTrashed`
 */
export async function writeUnit(context: CommandContext, next: NewRevision): Promise<Written> {
  const { record, scope, head, kind, minor = false, note = null } = next;
  const today = siteDayOf(context.now);
  const content = checkDraft(kindNamed(record.kind), { scope, content: next.content, today });
  const { content: before, headRev, version: seen } = head ?? NOT_BEGUN;
  const changed = changedPaths(before, content);
  if (head !== null && changed.length === 0) return { version: seen, rev: headRev, changed };
  const rev = headRev + 1;
  const version = await moveHead(context, { ...next, content }, rev);
  await insertRevision(context, { ...next, content }, { rev, changed });
  if (scope === 'facts') await followFacts(context, record, content);
  else await followSource(context, { record, scope, changed, rev, content, kind, minor });
  context.audit({
    subjectKind: record.kind,
    subjectId: record.id,
    scope,
    revision: rev,
    detail: { kind, ...(minor ? { minor, reason: note } : {}) },
  });
  return { version, rev, changed };
}

async function insertRevision(
  { tx, actor, now }: CommandContext,
  { record, scope, baseRev, content, kind, minor = false, note = null, session = null }: NewRevision,
  { rev, changed }: { rev: number; changed: string[] },
): Promise<void> {
  await tx.insert(revision).values({
    recordId: record.id,
    scope,
    n: rev,
    baseN: baseRev,
    content,
    changedPaths: changed,
    kind,
    minor,
    note,
    schemaVersion: SCHEMA_VERSION,
    author: personIdOf(actor),
    editSession: session,
    createdAt: now,
  });
}

async function moveHead({ tx, actor, now }: CommandContext, next: NewRevision, rev: number): Promise<number> {
  const common = { content: next.content, headRev: rev, updatedAt: now, updatedBy: personIdOf(actor) };
  const { record, scope, head } = next;
  if (head === null) {
    const begun = await tx
      .insert(unit)
      .values({ recordId: record.id, scope, state: 'draft', version: 1, ...common })
      .onConflictDoNothing()
      .returning({ version: unit.version });
    if (begun.length === 0) throw new Problem('conflict');
    return 1;
  }
  const moved = await tx
    .update(unit)
    .set({ ...common, state: 'draft', version: head.version + 1, submittedBy: null, returnNote: null })
    .where(and(eq(unit.recordId, record.id), eq(unit.scope, scope), eq(unit.version, head.version)))
    .returning({ version: unit.version });
  const [row] = moved;
  if (row === undefined) throw new Problem('conflict', { current: { version: head.version, headRev: head.headRev } });
  return row.version;
}
