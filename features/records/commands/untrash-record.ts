import { and, eq, isNull, ne } from 'drizzle-orm';
import { z } from 'zod';
import { record as recordTable } from '#db/schema/records.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { Problem } from '#platform/problem.ts';
import { lockRecord } from '../internal/load-record.ts';
import { mayCreate } from '../policy.ts';

/**
 * Takes a record out of the trash, as a draft.
 *
 * @throws Problem `addressTaken`: another record took its address part meanwhile; `stateRefused`: it is not in the trash
 */
export const untrashRecord = defineCommand({
  name: 'record.untrash',
  input: z.strictObject({ record: z.uuid() }),
  load: ({ tx }, { record: id }) => lockRecord(tx, id),
  allow: (actor) => mayCreate(actor),
  run: async (context, record) => {
    if (record.deletedAt === null) throw new Problem('stateRefused');
    if (record.slug !== null) {
      const [other] = await context.tx
        .select({ id: recordTable.id, ref: recordTable.ref, kind: recordTable.kind })
        .from(recordTable)
        .where(
          and(
            eq(recordTable.kind, record.kind),
            eq(recordTable.slug, record.slug),
            ne(recordTable.id, record.id),
            isNull(recordTable.deletedAt),
          ),
        );
      if (other !== undefined) throw new Problem('addressTaken', { blockers: [other] });
    }
    await context.tx.update(recordTable).set({ deletedAt: null, deletedBy: null }).where(eq(recordTable.id, record.id));
    context.audit({ subjectKind: record.kind, subjectId: record.id });
    return { ref: record.ref };
  },
});
