import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { notice } from '#db/schema/talk.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { personIdOf } from '#features/ledger/model.ts';

/** Notes that somebody has read one of their notices. */
export const markRead = defineCommand({
  name: 'notice.markRead',
  input: z.strictObject({ notice: z.uuid() }),
  load: async ({ tx }, { notice: id }) => {
    const [row] = await tx.select({ id: notice.id, personId: notice.personId }).from(notice).where(eq(notice.id, id));
    return row ?? null;
  },
  allow: (actor, { personId }) => personIdOf(actor) === personId,
  run: async ({ tx, now }, { id }) => {
    await tx
      .update(notice)
      .set({ readAt: now })
      .where(and(eq(notice.id, id), isNull(notice.readAt)));
    return {};
  },
});
