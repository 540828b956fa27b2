import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { savedView } from '#db/schema/desk.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { Problem } from '#platform/problem.ts';
import { keptQuestion, name, question, rank, sharedWith } from '../input.ts';
import { lockView } from '../internal/load-view.ts';
import { mayChangeView } from '../policy.ts';

/** What a form sends of it is changed; the rest stays. */
const input = z.strictObject({
  view: z.uuid(),
  name: name.optional(),
  question: question.optional(),
  sharedWith: sharedWith.optional(),
  rank: rank.optional(),
});

/**
 * Gives a kept view another name, question, place or circle of readers.
 *
 * @throws Problem `invalid`: the new question means nothing
 */
export const changeView = defineCommand({
  name: 'view.change',
  input,
  load: async (context, { view }) => lockView(context, view),
  allow: (actor, view, asked) => mayChangeView(actor, view, asked.sharedWith),
  run: async ({ tx, audit }, view, { view: id, question: asked, ...change }) => {
    const kept = asked === undefined ? view.question : keptQuestion(asked, view.list);
    if (kept === null) throw new Problem('invalid', { fields: [{ path: 'question', reason: 'format' }] });
    await tx
      .update(savedView)
      .set({ ...change, question: kept })
      .where(eq(savedView.id, id));
    audit({ subjectKind: 'view', subjectId: id, detail: { ...change, question: kept, before: view.question } });
    return {};
  },
});
