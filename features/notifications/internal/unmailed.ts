import { and, asc, eq, gt, inArray, isNull } from 'drizzle-orm';
import { person } from '#db/schema/accounts.ts';
import { record } from '#db/schema/records.ts';
import { notice } from '#db/schema/talk.ts';
import type { Colleague } from '#features/accounts/queries/list-colleagues.ts';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { nearestText } from '#i18n/nearest-text.ts';
import { NOTICE_KINDS, type NoticeDetail } from '../model.ts';
import { noticeColumns, partOf } from './about.ts';
import type { MailedNotice } from './compose-mail.ts';

const DAY_MS = 24 * 3_600_000;
/** Whoever had no mails for long is not told of all that they missed. */
const DAYS = 7;
const MOST = 50;

/** What waits for the mail of a day: neither read nor mailed, locked, oldest first. */
export async function unmailedOf(
  { tx, now }: CommandContext,
  { id: personId, locale }: Colleague,
): Promise<(MailedNotice & { id: string })[]> {
  const rows = await tx
    .select(noticeColumns())
    .from(notice)
    .leftJoin(person, eq(person.id, notice.actorId))
    .leftJoin(record, eq(record.id, notice.recordId))
    .where(
      and(
        eq(notice.personId, personId),
        isNull(notice.mailedAt),
        isNull(notice.readAt),
        gt(notice.createdAt, new Date(now.getTime() - DAYS * DAY_MS)),
      ),
    )
    .orderBy(asc(notice.createdAt), asc(notice.id))
    .limit(MOST)
    .for('update', { of: notice });
  return rows.flatMap(({ kind: named, scope, titles, detail, ...row }) => {
    const kind = NOTICE_KINDS.find((known) => known === named);
    if (kind === undefined) return [];
    return [{ ...row, kind, part: partOf(scope), title: nearestText(titles ?? {}, locale), detail: asDetail(detail) }];
  });
}

/** Notes that some notices went into a mail. */
export async function noteMailed({ tx, now }: CommandContext, notices: readonly { id: string }[]): Promise<void> {
  await tx
    .update(notice)
    .set({ mailedAt: now })
    .where(
      inArray(
        notice.id,
        notices.map(({ id }) => id),
      ),
    );
}

/** Only `notify` writes it. */
function asDetail(stored: unknown): NoticeDetail {
  return stored as NoticeDetail;
}
