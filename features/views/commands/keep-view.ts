import { eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { savedView } from '#db/schema/desk.ts';
import { listPath } from '#features/kinds/lists.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { personIdOf } from '#features/ledger/model.ts';
import { localeOfPrefix } from '#features/records/desk-address.ts';
import { localisePath } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';
import { keptQuestion, list, name, question, sharedWith } from '../input.ts';
import { mayKeepView } from '../policy.ts';

const VIEWS_MAX = 50;

const input = z.strictObject({
  list,
  name,
  question,
  sharedWith,
  /** The language in which the desk is open: where the kept view is shown. */
  prefix: z.enum(['', '/de', '/en']).default(''),
});

/**
 * Keeps a list as it stands under a name.
 *
 * @returns the new view
 * @throws Problem `invalid`: the question means nothing, or there are too many views already; `forbidden`: the product itself
 *   keeps none
 */
export const keepView = defineCommand({
  name: 'view.keep',
  input,
  load: async ({ tx, actor }, asked) => {
    const own = eq(savedView.ownerId, personIdOf(actor) ?? uuidv7());
    const [found] = await tx
      .select({ count: sql<number>`count(*)::int`, rank: sql<number>`coalesce(max(${savedView.rank}), -1)::int` })
      .from(savedView)
      .where(own);
    return { count: found?.count ?? 0, rank: found?.rank ?? -1, kept: keptQuestion(asked.question, asked.list) };
  },
  allow: (actor, _found, asked) => mayKeepView(actor, asked.sharedWith),
  run: async ({ tx, actor, now, audit }, { count, rank, kept }, asked) => {
    const ownerId = personIdOf(actor);
    if (ownerId === null) throw new Problem('forbidden');
    if (kept === null) throw new Problem('invalid', { fields: [{ path: 'question', reason: 'format' }] });
    if (count >= VIEWS_MAX) {
      throw new Problem('invalid', { fields: [{ path: 'name', reason: 'tooMany', params: { max: VIEWS_MAX } }] });
    }
    const id = uuidv7();
    await tx.insert(savedView).values({
      id,
      ownerId,
      list: asked.list,
      name: asked.name,
      question: kept,
      sharedWith: asked.sharedWith,
      rank: Math.min(rank + 1, 99),
      createdAt: now,
    });
    audit({ subjectKind: 'view', subjectId: id, detail: { list: asked.list, sharedWith: asked.sharedWith } });
    return { id };
  },
  respond: async ({ id }, asked) => ({
    redirectTo: `${localisePath(localeOfPrefix(asked.prefix), listPath(asked.list))}?view=${id}&done=viewKept`,
  }),
});
