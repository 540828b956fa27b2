import { and, desc, eq, ne } from 'drizzle-orm';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { personIdOf } from '#features/ledger/model.ts';
import type { Database } from '#db/pool.ts';
import { revision, unit } from '#db/schema/records.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { Problem } from '#platform/problem.ts';
import { checkDraft } from '../check-content.ts';
import { kindNamed } from '../kind.ts';
import {
  type Content,
  NOT_BEGUN,
  type RecordRow,
  type RevisionKind,
  SCHEMA_VERSION,
  type Scope,
  type UnitRow,
} from '../model.ts';
import { changedPaths } from '../paths.ts';
import { followFacts } from './follow-facts.ts';
import { followSource } from './follow-source.ts';
import { asContent } from './load-record.ts';

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
  /** Whose words these are; the actor's, where nothing is said. */
  author?: string | null;
  /** The number of a revision that was kept aside and never stood at the head. */
  aside?: number;
  /** A reason for which the text was returned stays in sight, as while somebody types. */
  keepsReason?: boolean;
}

/** Where a unit stands after a write. */
export interface Written {
  version: number;
  rev: number;
  changed: string[];
}

/**
 * Writes a revision and moves the unit's head to it, with everything that follows: the slug, the pointers, the staleness
 * of translations, the audit line. A content that changes nothing writes nothing, except that a save of what was only
 * autosaved makes it saved.
 *
 * @throws Problem `invalid`; `addressTaken`; `referenceTrashed`
 */
export async function writeUnit(context: CommandContext, next: NewRevision): Promise<Written> {
  const { record, scope, head, baseRev, kind, minor = false, note = null } = next;
  const today = siteDayOf(context.now);
  const content = checkDraft(kindNamed(record.kind), { scope, content: next.content, today });
  const { content: lying, headRev, version: seen } = head ?? NOT_BEGUN;
  const settled = kind === 'autosave' ? { n: headRev, content: lying } : await findSettled(context.tx, next);
  const changed = changedPaths(settled.content, content);
  if (head !== null && settled.n === headRev && changed.length === 0) return { version: seen, rev: headRev, changed };
  const rev = headRev + 1;
  const version = await moveHead(context, { ...next, content }, rev);
  await insertRevision(context, { ...next, content }, { rev, changed });
  if (scope === 'facts') await followFacts(context, record, content);
  else {
    const { content: before } = settled;
    await followSource(context, { record, scope, before, changed, rev, baseRev, content, kind, minor });
  }
  context.audit({
    subjectKind: record.kind,
    subjectId: record.id,
    scope,
    revision: rev,
    detail: { kind, ...(minor ? { minor, reason: note } : {}) },
  });
  return { version, rev, changed };
}

/**
 * Keeps what a writer sent and then gave up in a conflict: as a revision of its own in front of the one that settles the conflict,
 * which is made on it. That, and nothing else, tells it: any other merge is made on something older than what stands before it.
 *
 * @param paths - where the writer gave in
 * @returns the head as the settling revision finds it; its content is still that of the others
 */
export async function keepAside(
  context: CommandContext,
  next: NewRevision & { head: UnitRow },
  paths: readonly string[],
): Promise<UnitRow> {
  const { record, scope, head, kind } = next;
  const rev = head.headRev + 1;
  const version = await moveHead(context, next, rev);
  await insertRevision(context, next, { rev, changed: [...paths] });
  const subject = { subjectKind: record.kind, subjectId: record.id, scope, revision: rev };
  context.audit({ ...subject, detail: { kind, givenUp: [...paths] } });
  return { ...head, headRev: rev, version };
}

/** The newest revision that is more than an autosave: what the writer last stood by. */
async function findSettled(
  tx: Database,
  { record, scope, head, aside = 0 }: NewRevision,
): Promise<{ n: number; content: Content }> {
  if (head === null) return { n: 0, content: {} };
  const [row] = await tx
    .select({ n: revision.n, content: revision.content })
    .from(revision)
    .where(
      and(
        eq(revision.recordId, record.id),
        eq(revision.scope, scope),
        ne(revision.kind, 'autosave'),
        ne(revision.n, aside),
      ),
    )
    .orderBy(desc(revision.n))
    .limit(1);
  return row === undefined ? { n: 0, content: {} } : { n: row.n, content: asContent(row.content) };
}

async function insertRevision(
  { tx, actor, now }: CommandContext,
  { author = personIdOf(actor), ...next }: NewRevision,
  { rev, changed }: { rev: number; changed: string[] },
): Promise<void> {
  const { record, scope, baseRev, content, kind, minor = false, note = null, session = null } = next;
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
    author,
    editSession: session,
    createdAt: now,
  });
}

async function moveHead({ tx, actor, now }: CommandContext, next: NewRevision, rev: number): Promise<number> {
  const { record, scope, head, author: updatedBy = personIdOf(actor) } = next;
  const common = { content: next.content, headRev: rev, updatedAt: now, updatedBy };
  if (head === null) {
    const begun = await tx
      .insert(unit)
      .values({ recordId: record.id, scope, state: 'draft', version: 1, ...common })
      .onConflictDoNothing()
      .returning({ version: unit.version });
    if (begun.length === 0) throw new Problem('conflict');
    return 1;
  }
  // A reason stays in sight while somebody works on it.
  const answered = next.kind === 'autosave' || next.keepsReason === true ? {} : { returnNote: null };
  const moved = await tx
    .update(unit)
    .set({ ...common, state: 'draft', version: head.version + 1, submittedBy: null, ...answered })
    .where(and(eq(unit.recordId, record.id), eq(unit.scope, scope), eq(unit.version, head.version)))
    .returning({ version: unit.version });
  const [row] = moved;
  if (row === undefined) throw new Problem('conflict', { current: { version: head.version, headRev: head.headRev } });
  return row.version;
}
