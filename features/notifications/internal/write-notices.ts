import { v7 as uuidv7 } from 'uuid';
import { notice } from '#db/schema/talk.ts';
import type { Colleague } from '#features/accounts/queries/list-colleagues.ts';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { personIdOf } from '#features/ledger/model.ts';
import { nearestText } from '#i18n/nearest-text.ts';
import type { News } from '../model.ts';
import { findTitles } from './about.ts';
import { composeNotice } from './compose-mail.ts';
import { putInOutbox } from './put-in-outbox.ts';

/** Writes a notice for each of some colleagues, and a mail for those who wish one for each. */
export async function writeNotices(
  context: CommandContext,
  news: Omit<News, 'to'>,
  told: readonly Colleague[],
): Promise<void> {
  const { tx, actor, now } = context;
  const rows = told.map((colleague) => ({ id: uuidv7(), colleague, isMailed: colleague.mailing === 'each' }));
  await tx.insert(notice).values(
    rows.map(({ id, colleague, isMailed }) => ({
      id,
      personId: colleague.id,
      kind: news.kind,
      recordId: news.record,
      scope: news.part,
      actorId: personIdOf(actor),
      detail: news.detail ?? {},
      createdAt: now,
      mailedAt: isMailed ? now : null,
    })),
  );
  const mailed = rows.filter(({ isMailed }) => isMailed);
  if (mailed.length === 0) return;
  const { ref, titles } = await findTitles(tx, news.record);
  const by = actor.kind === 'person' ? actor.name : null;
  for (const { id, colleague } of mailed) {
    const { kind, part, detail = {} } = news;
    const title = nearestText(titles, colleague.locale);
    const composed = await composeNotice(colleague.locale, { kind, by, part, detail, ref, title });
    await putInOutbox(context, colleague, { ...composed, uniqueKey: `notice:${id}` });
  }
}
