import { listColleagues } from '#features/accounts/queries/list-colleagues.ts';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { type Actor, personIdOf } from '#features/ledger/model.ts';
import { writeNotices } from './internal/write-notices.ts';
import type { News } from './model.ts';

const PRODUCT: Actor = { kind: 'system', reason: 'notify' };

/**
 * Tells colleagues what happened, in the transaction in which it happens. Whoever acts is not told; whoever may not sign in or
 * holds no right any more is not even asked.
 *
 * @returns the ids of those who are told
 */
export async function notify(context: CommandContext, news: News): Promise<string[]> {
  const here = await listColleagues(PRODUCT, context.now, context.tx);
  const told = here.filter((colleague) => colleague.id !== personIdOf(context.actor) && news.to(colleague));
  if (told.length > 0) await writeNotices(context, news, told);
  return told.map(({ id }) => id);
}
