import { and, eq, isNull, lte } from 'drizzle-orm';
import { z } from 'zod';
import { notice } from '#db/schema/talk.ts';
import { isStaff } from '#features/accounts/policy.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { personIdOf } from '#features/ledger/model.ts';

/** Notes that somebody has read all their notices up to the newest that they were shown. */
export const markAllRead = defineCommand({
  name: 'notice.markAllRead',
  input: z.strictObject({ upTo: z.coerce.date() }),
  load: async () => ({}),
  allow: (actor) => actor.kind === 'person' && isStaff(actor),
  run: async ({ tx, actor, now }, _subject, { upTo }) => {
    const read = await tx
      .update(notice)
      .set({ readAt: now })
      .where(and(eq(notice.personId, personIdOf(actor) ?? ''), isNull(notice.readAt), lte(notice.createdAt, upTo)))
      .returning({ id: notice.id });
    return { read: read.length };
  },
});
