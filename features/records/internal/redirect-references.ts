import { and, eq, inArray } from 'drizzle-orm';
import { record as recordTable, recordRef, unit as unitTable } from '#db/schema/records.ts';
import type { Database } from '#db/pool.ts';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { isProblem, Problem } from '#platform/problem.ts';
import { describeFields } from '../describe-fields.ts';
import { kindNamed } from '../kind.ts';
import type { Content, RecordRow, UnitRow } from '../model.ts';
import { replaceReferences } from '../references.ts';
import { findRevisionContent, lockUnit, shareRecord } from './load-record.ts';
import { publishUnits } from './publish-units.ts';
import { writeUnit } from './write-unit.ts';

/** Whose facts point somewhere, with their facts as they stand. */
export interface PointingRecord {
  record: RecordRow;
  facts: UnitRow;
}

/** From which record to which other one pointers are led. */
interface Redirection {
  from: string;
  to: string;
  note: string;
}

/** The records that point to another one, as drafted or before readers, their facts locked in a fixed order. */
export async function lockPointing(tx: Database, target: string): Promise<PointingRecord[]> {
  const rows = await tx
    .selectDistinct({ id: recordRef.recordId })
    .from(recordRef)
    .where(eq(recordRef.targetId, target))
    .orderBy(recordRef.recordId);
  const found: PointingRecord[] = [];
  for (const { id } of rows) {
    const record = await shareRecord(tx, id);
    const facts = await lockUnit(tx, id, 'facts');
    if (record !== null && facts !== null) found.push({ record, facts });
  }
  return found;
}

/**
 * Leads the pointers of one record to another target: what readers see is written and projected anew, a draft that goes beyond it
 * stays a draft, and what waits for review or release goes on waiting.
 *
 * @returns whether readers see something else
 * @throws Problem `invalid`, naming the record: it does not take the new pointer, for instance because it has it already
 */
export async function redirectReferences(
  context: CommandContext,
  { record, facts }: PointingRecord,
  redirection: Redirection,
): Promise<boolean> {
  try {
    return await redirect(context, { record, facts }, redirection);
  } catch (thrown) {
    if (!isProblem(thrown) || thrown.code !== 'invalid') throw thrown;
    const { id, ref, kind } = record;
    throw new Problem('invalid', {
      fields: [{ path: 'record', reason: 'mergeBlocked', params: { ref } }],
      blockers: [{ id, ref, kind }],
      cause: thrown,
    });
  }
}

async function redirect(
  context: CommandContext,
  { record, facts }: PointingRecord,
  { from, to, note }: Redirection,
): Promise<boolean> {
  const fields = describeFields(kindNamed(record.kind).facts);
  const lead = (content: Content) => replaceReferences(fields, content, (target) => (target === from ? to : null));
  const write = async (head: UnitRow, content: Content): Promise<UnitRow> => {
    await writeUnit(context, { record, scope: 'facts', head, baseRev: head.headRev, content, kind: 'merge', note });
    return (await lockUnit(context.tx, record.id, 'facts')) ?? head;
  };
  const isDraft = facts.publishedRev !== facts.headRev;
  let head = facts;
  if (facts.publishedRev !== null) {
    const seen = { recordId: record.id, scope: 'facts' as const, n: facts.publishedRev };
    head = await write(head, lead((await findRevisionContent(context.tx, seen)) ?? facts.content));
    if (head.headRev !== facts.publishedRev) {
      await publishUnits(context, record, { units: [head], factsPublished: true });
      head = (await lockUnit(context.tx, record.id, 'facts')) ?? head;
    }
  }
  if (isDraft) {
    await write(head, lead(facts.content));
    await keepWaiting(context.tx, facts);
  }
  return facts.publishedRev !== null;
}

/** A pointer that was led elsewhere is nothing that anybody has to judge again. */
async function keepWaiting(tx: Database, { recordId, state, submittedBy, scheduledFor }: UnitRow): Promise<void> {
  await tx
    .update(unitTable)
    .set({ state, submittedBy, scheduledFor })
    .where(and(eq(unitTable.recordId, recordId), eq(unitTable.scope, 'facts')));
}

/** Records by id, locked in a fixed order; one that is not there is missing. */
export async function lockBoth(tx: Database, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .select({ id: recordTable.id })
    .from(recordTable)
    .where(inArray(recordTable.id, [...ids]))
    .orderBy(recordTable.id)
    .for('update');
  return new Set(rows.map(({ id }) => id));
}
