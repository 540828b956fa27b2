import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineCommand } from '#features/ledger/define-command.ts';
import { personIdOf } from '#features/ledger/model.ts';
import { Problem } from '#platform/problem.ts';
import { lockRecord } from '../internal/load-record.ts';
import { mayPurge } from '../policy.ts';

/**
 * Deletes a trashed record for ever, with its history. A tombstone and an audit line stay.
 *
 * The application role may not delete revisions; a function of the owner does it and checks the trash once more.
 *
 * @throws Problem `stateRefused`: it is not in the trash
 */
export const purgeRecord = defineCommand({
  name: 'record.purge',
  input: z.strictObject({ record: z.uuid() }),
  load: ({ tx }, { record: id }) => lockRecord(tx, id),
  allow: (actor) => mayPurge(actor),
  run: async ({ tx, actor, audit }, record) => {
    if (record.deletedAt === null) throw new Problem('stateRefused');
    await tx.execute(sql`select purge_record(${record.id}::uuid, ${personIdOf(actor)}::uuid)`);
    audit({ subjectKind: record.kind, subjectId: record.id, detail: { ref: record.ref } });
    return { ref: record.ref };
  },
});
