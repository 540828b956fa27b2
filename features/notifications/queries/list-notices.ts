import { and, count, desc, eq, isNull } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { person } from '#db/schema/accounts.ts';
import { record } from '#db/schema/records.ts';
import { notice } from '#db/schema/talk.ts';
import { isStaff } from '#features/accounts/policy.ts';
import { type Actor, personIdOf } from '#features/ledger/model.ts';
import type { Locale } from '#i18n/locales.ts';
import { nearestText } from '#i18n/nearest-text.ts';
import { Problem } from '#platform/problem.ts';
import { noticeColumns, partOf } from '../internal/about.ts';
import { NOTICE_KINDS, type NoticeDetail, type NoticeKind, type ReadNotice } from '../model.ts';

/** How many notices a page shows. */
export const NOTICES_PAGE_SIZE = 30;

/** One page of notices, and how many there are in all. */
export interface NoticePage {
  rows: ReadNotice[];
  total: number;
}

/**
 * What the actor was told, newest first.
 *
 * @throws Problem `forbidden`: notices are for staff
 */
export async function listNotices(
  actor: Actor,
  { locale, page }: { locale: Locale; page: number },
): Promise<NoticePage> {
  const own = personIdOf(actor);
  if (!isStaff(actor) || own === null) throw new Problem('forbidden');
  const [[all], rows] = await Promise.all([
    appDb().select({ total: count() }).from(notice).where(eq(notice.personId, own)),
    appDb()
      .select({ ...noticeColumns(), createdAt: notice.createdAt, readAt: notice.readAt })
      .from(notice)
      .leftJoin(person, eq(person.id, notice.actorId))
      .leftJoin(record, eq(record.id, notice.recordId))
      .where(eq(notice.personId, own))
      .orderBy(desc(notice.createdAt), desc(notice.id))
      .limit(NOTICES_PAGE_SIZE)
      .offset((page - 1) * NOTICES_PAGE_SIZE),
  ]);
  return {
    total: all?.total ?? 0,
    rows: rows.flatMap(({ kind: named, scope, titles, detail, ...row }) => {
      const kind = kindOf(named);
      if (kind === null) return [];
      return [
        { ...row, kind, part: partOf(scope), title: nearestText(titles ?? {}, locale), detail: asDetail(detail) },
      ];
    }),
  };
}

/**
 * How many notices the actor has not read yet.
 *
 * @throws Problem `forbidden`: notices are for staff
 */
export async function countUnread(actor: Actor): Promise<number> {
  const own = personIdOf(actor);
  if (!isStaff(actor) || own === null) throw new Problem('forbidden');
  const [row] = await appDb()
    .select({ unread: count() })
    .from(notice)
    .where(and(eq(notice.personId, own), isNull(notice.readAt)));
  return row?.unread ?? 0;
}

/** A kind that this release does not know has no sentence. */
function kindOf(stored: string): NoticeKind | null {
  return NOTICE_KINDS.find((kind) => kind === stored) ?? null;
}

/** Only `notify` writes it. */
function asDetail(stored: unknown): NoticeDetail {
  return stored as NoticeDetail;
}
