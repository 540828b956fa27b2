import { eq, or } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '#db/pool.ts';
import { comment } from '#db/schema/talk.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { Problem } from '#platform/problem.ts';
import { loadComment, refuseTrashed } from '../internal/load-talk.ts';
import { commentInput, writeComment } from '../internal/write-comment.ts';
import { mayComment } from '../policy.ts';

/**
 * Answers a comment that is open.
 *
 * @throws Problem `invalid`: too many characters; `stateRefused`: it is settled, or the record lies in the trash
 */
export const answerComment = defineCommand({
  name: 'comment.answer',
  input: commentInput.extend({ comment: z.uuid() }),
  load: ({ tx }, { comment: id }) => loadComment(tx, id),
  allow: (actor) => mayComment(actor),
  run: async (context, subject, { body, mention }) => {
    refuseTrashed(subject);
    // Answers hang on the comment that began the talk, which alone is open or settled.
    if (subject.parentId !== null || subject.resolvedAt !== null) throw new Problem('stateRefused');
    const answered = await peopleIn(context.tx, subject.id);
    return writeComment(context, {
      unit: subject,
      body,
      mention,
      path: null,
      quote: null,
      parentId: subject.id,
      answered,
    });
  },
});

async function peopleIn(tx: Database, id: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ author: comment.author })
    .from(comment)
    .where(or(eq(comment.id, id), eq(comment.parentId, id)));
  return rows.map(({ author }) => author);
}
