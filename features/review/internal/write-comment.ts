import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { comment } from '#db/schema/talk.ts';
import { listColleagues } from '#features/accounts/queries/list-colleagues.ts';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { personIdOf } from '#features/ledger/model.ts';
import { notify } from '#features/notifications/notify.ts';
import { remark } from '#features/records/fields.ts';
import { Problem } from '#platform/problem.ts';
import { COMMENT_MAX } from '../field-places.ts';
import { keepMentions } from '../mentions.ts';
import type { TalkedUnit } from './load-talk.ts';

const TOLD_MAX = 300;

/** What somebody typed, and whom they chose from the list of names. */
export const commentInput = z.strictObject({
  body: z.string().trim().min(1).pipe(remark(COMMENT_MAX)),
  mention: z.union([z.uuid().transform((one) => [one]), z.array(z.uuid()).max(50)]).default([]),
});

interface NewComment extends z.infer<typeof commentInput> {
  unit: TalkedUnit;
  path: string | null;
  quote: string | null;
  parentId: string | null;
  /** Who took part in the talk so far. */
  answered: readonly string[];
}

/** Writes a comment and tells those whom it names and those whom it answers. */
export async function writeComment(context: CommandContext, next: NewComment): Promise<{ id: string }> {
  const { tx, now, actor } = context;
  const { unit, path, quote, parentId } = next;
  const author = personIdOf(actor);
  if (author === null) throw new Problem('forbidden');
  const colleagues = await listColleagues(actor, now, tx);
  const { body, mentioned } = keepMentions(next.body, colleagues, next.mention);
  const id = uuidv7();
  const { recordId, scope, headRev: revision, kind } = unit;
  await tx
    .insert(comment)
    .values({ id, recordId, scope, path, quote, parentId, author, body, revision, createdAt: now });
  const detail = { comment: id, note: Array.from(next.body).slice(0, TOLD_MAX).join('') };
  const common = { record: recordId, part: scope, detail };
  await notify(context, { ...common, kind: 'mentioned', to: (one) => mentioned.includes(one.id) });
  await notify(context, {
    ...common,
    kind: 'answered',
    to: (one) => next.answered.includes(one.id) && !mentioned.includes(one.id),
  });
  context.audit({ subjectKind: kind, subjectId: recordId, scope, revision, detail: { comment: id } });
  return { id };
}
