import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '#db/pool.ts';
import { record, revision, unit } from '#db/schema/records.ts';
import type { Locale } from '#i18n/locales.ts';
import type { Basis, Content, KindName, RecordRow, Scope, UnitRow, UnitState } from '../model.ts';

const recordColumns = {
  id: record.id,
  kind: record.kind,
  ref: record.ref,
  slug: record.slug,
  sourceLocale: record.sourceLocale,
  deletedAt: record.deletedAt,
};

const unitColumns = {
  recordId: unit.recordId,
  scope: unit.scope,
  content: unit.content,
  state: unit.state,
  version: unit.version,
  headRev: unit.headRev,
  publishedRev: unit.publishedRev,
  basis: unit.basis,
  stalePaths: unit.stalePaths,
  submittedBy: unit.submittedBy,
  scheduledFor: unit.scheduledFor,
  withdrawFor: unit.withdrawFor,
  updatedBy: unit.updatedBy,
  assignee: unit.assignee,
  dueOn: unit.dueOn,
};

/** A record without its units; `null` where there is none. */
export async function findRecord(tx: Database, id: string): Promise<RecordRow | null> {
  const [row] = await tx.select(recordColumns).from(record).where(eq(record.id, id));
  return row === undefined ? null : asRecordRow(row);
}

/** A record, locked against being trashed, restored or purged meanwhile. */
export async function lockRecord(tx: Database, id: string): Promise<RecordRow | null> {
  const [row] = await tx.select(recordColumns).from(record).where(eq(record.id, id)).for('update');
  return row === undefined ? null : asRecordRow(row);
}

/** A record that other units of it may be written to at the same time, but not trashed. */
export async function shareRecord(tx: Database, id: string): Promise<RecordRow | null> {
  const [row] = await tx.select(recordColumns).from(record).where(eq(record.id, id)).for('key share');
  return row === undefined ? null : asRecordRow(row);
}

/** One unit, locked for this transaction; `null` where nobody has begun it. */
export async function lockUnit(tx: Database, recordId: string, scope: Scope): Promise<UnitRow | null> {
  const [row] = await tx
    .select(unitColumns)
    .from(unit)
    .where(and(eq(unit.recordId, recordId), eq(unit.scope, scope)))
    .for('update');
  return row === undefined ? null : asUnitRow(row);
}

/**
 * One unit, locked; where nobody has begun it, its place is locked instead, so that of two people who begin the same
 * language at once the second meets the first one's text.
 */
export async function lockUnitOrPlace(tx: Database, recordId: string, scope: Scope): Promise<UnitRow | null> {
  const begun = await lockUnit(tx, recordId, scope);
  if (begun !== null) return begun;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${recordId}/${scope}`}, 0))`);
  return lockUnit(tx, recordId, scope);
}

/** All units of a record, locked in a fixed order. */
export async function lockUnits(tx: Database, recordId: string): Promise<UnitRow[]> {
  const rows = await tx
    .select(unitColumns)
    .from(unit)
    .where(eq(unit.recordId, recordId))
    .orderBy(unit.scope)
    .for('update');
  return rows.map((row) => asUnitRow(row));
}

/** All units of a record as they lie. */
export async function listUnits(tx: Database, recordId: string): Promise<UnitRow[]> {
  const rows = await tx.select(unitColumns).from(unit).where(eq(unit.recordId, recordId)).orderBy(unit.scope);
  return rows.map((row) => asUnitRow(row));
}

/** The content of one revision; `null` where there is none. */
export async function findRevisionContent(
  tx: Database,
  { recordId, scope, n }: { recordId: string; scope: Scope; n: number },
): Promise<Content | null> {
  const [row] = await tx
    .select({ content: revision.content })
    .from(revision)
    .where(and(eq(revision.recordId, recordId), eq(revision.scope, scope), eq(revision.n, n)));
  return row === undefined ? null : asContent(row.content);
}

/** The checks on the columns and the kernel's own writes guarantee these values; nothing else writes them. */
function asRecordRow(
  row: { kind: string; sourceLocale: string } & Omit<RecordRow, 'kind' | 'sourceLocale'>,
): RecordRow {
  return { ...row, kind: row.kind as KindName, sourceLocale: row.sourceLocale as Locale };
}

/** The checks on the columns and the kernel's own writes guarantee these values; nothing else writes them. */
function asUnitRow(
  row: { scope: string; state: string; content: unknown; basis: unknown } & Omit<
    UnitRow,
    'scope' | 'state' | 'content' | 'basis'
  >,
): UnitRow {
  return {
    ...row,
    scope: row.scope as Scope,
    state: row.state as UnitState,
    content: asContent(row.content),
    basis: row.basis as Basis,
  };
}

/** Content was checked to be an object before it was stored. */
export function asContent(stored: unknown): Content {
  return stored as Content;
}
