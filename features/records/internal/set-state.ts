import { and, eq } from 'drizzle-orm';
import { unit } from '#db/schema/records.ts';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { Problem } from '#platform/problem.ts';
import type { RecordRow, UnitRow } from '../model.ts';

/** One unit of a record, loaded and locked. */
export interface RecordUnit {
  record: RecordRow;
  unit: UnitRow;
}

/** What a change of state may set beside the version. */
type Change = Partial<
  Pick<
    typeof unit.$inferInsert,
    'assignee' | 'dueOn' | 'publishedRev' | 'returnNote' | 'scheduledFor' | 'state' | 'submittedBy' | 'withdrawFor'
  >
>;

/**
 * Sees to it that a caller decides about what they looked at.
 *
 * @throws Problem `stateRefused`: the record lies in the trash; `conflict`: somebody wrote the unit after the caller saw it
 */
export function refuseUnseen({ record, unit: one }: RecordUnit, seenRev: number | undefined): void {
  if (record.deletedAt !== null) throw new Problem('stateRefused');
  if (one.headRev !== seenRev) {
    throw new Problem('conflict', { current: { version: one.version, headRev: one.headRev } });
  }
}

/**
 * Changes the state of a unit, not its content, and writes the audit line.
 *
 * @throws Problem as `refuseUnseen`
 */
export async function setState(
  context: CommandContext,
  { record, unit: one }: RecordUnit,
  { seenRev, change, detail }: { seenRev: number; change: Change; detail?: Record<string, unknown> },
): Promise<{ version: number }> {
  refuseUnseen({ record, unit: one }, seenRev);
  const version = one.version + 1;
  await context.tx
    .update(unit)
    .set({ ...change, version })
    .where(and(eq(unit.recordId, record.id), eq(unit.scope, one.scope)));
  context.audit({
    subjectKind: record.kind,
    subjectId: record.id,
    scope: one.scope,
    revision: one.headRev,
    ...(detail === undefined ? {} : { detail }),
  });
  return { version };
}
