import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { comment } from '#db/schema/talk.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { personIdOf } from '#features/ledger/model.ts';
import { Problem } from '#platform/problem.ts';
import { loadComment } from '../internal/load-talk.ts';
import { maySettle } from '../policy.ts';

/**
 * Settles a comment; it stays to be read.
 *
 * @throws Problem `stateRefused`: it is settled already, or it is an answer
 */
export const resolveComment = defineCommand({
  name: 'comment.resolve',
  input: z.strictObject({ comment: z.uuid() }),
  load: ({ tx }, { comment: id }) => loadComment(tx, id),
  allow: (actor, subject) => maySettle(actor, subject, subject.sourceLocale),
  run: async (context, subject) => {
    if (subject.parentId !== null || subject.resolvedAt !== null) throw new Problem('stateRefused');
    await context.tx
      .update(comment)
      .set({ resolvedAt: context.now, resolvedBy: personIdOf(context.actor) })
      .where(eq(comment.id, subject.id));
    const { kind, recordId, scope, id } = subject;
    context.audit({ subjectKind: kind, subjectId: recordId, scope, detail: { comment: id } });
    return {};
  },
});
