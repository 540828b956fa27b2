import { eq, isNull, and } from 'drizzle-orm';
import { z } from 'zod';
import { record as recordTable, recordRef } from '#db/schema/records.ts';
import { type CommandContext, defineCommand } from '#features/ledger/define-command.ts';
import { personIdOf } from '#features/ledger/model.ts';
import { Problem } from '#platform/problem.ts';
import { lockRecord, lockUnits } from '../internal/load-record.ts';
import { withdrawUnits } from '../internal/withdraw-units.ts';
import { mayTrash } from '../policy.ts';

/**
 * Moves a record to the trash: off the site at once, kept for 30 days, restored with one click.
 *
 * @throws Problem `inUse`: other records point here; they are named; `stateRefused`: it lies there already
 */
export const trashRecord = defineCommand({
  name: 'record.trash',
  input: z.strictObject({ record: z.uuid() }),
  load: async ({ tx }, { record: id }) => {
    const record = await lockRecord(tx, id);
    return record === null ? null : { record, units: await lockUnits(tx, id) };
  },
  allow: (actor, { units }) =>
    mayTrash(
      actor,
      units.some(({ publishedRev }) => publishedRev !== null),
    ),
  run: async (context, { record, units }) => {
    if (record.deletedAt !== null) throw new Problem('stateRefused');
    await refuseUsed(context, record.id);
    if (units.some(({ publishedRev }) => publishedRev !== null)) await withdrawUnits(context, record, ['facts']);
    await context.tx
      .update(recordTable)
      .set({ deletedAt: context.now, deletedBy: personIdOf(context.actor) })
      .where(eq(recordTable.id, record.id));
    context.audit({ subjectKind: record.kind, subjectId: record.id });
    return { ref: record.ref };
  },
});

async function refuseUsed({ tx }: CommandContext, id: string): Promise<void> {
  const users = await tx
    .selectDistinct({ id: recordTable.id, ref: recordTable.ref, kind: recordTable.kind })
    .from(recordRef)
    .innerJoin(recordTable, and(eq(recordTable.id, recordRef.recordId), isNull(recordTable.deletedAt)))
    .where(eq(recordRef.targetId, id))
    .limit(20);
  if (users.length > 0) throw new Problem('inUse', { blockers: users });
}
