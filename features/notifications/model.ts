import type { Colleague } from '#features/accounts/queries/list-colleagues.ts';
import type { Locale } from '#i18n/locales.ts';

/** What somebody may be told; each has a sentence in `messages/`. */
export const NOTICE_KINDS = [
  'submitted',
  'returned',
  'approved',
  'published',
  'assigned',
  'dueSoon',
  'overdue',
  'mentioned',
  'answered',
  'releaseFailed',
] as const;

/** What somebody may be told. */
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** The part of a record, by the name that the kernel gives it. */
export type Part = 'facts' | Locale;

/** What else a notice says. */
export interface NoticeDetail {
  /** What the person wrote who acted. */
  note?: string;
  /** The comment that it is about. */
  comment?: string;
  /** A calendar day, `YYYY-MM-DD`. */
  dueOn?: string;
  /** The code of what went wrong. */
  problem?: string;
}

/** What happened, and whom it concerns. */
export interface News {
  kind: NoticeKind;
  record: string;
  part: Part | null;
  detail?: NoticeDetail;
  /** Asked of everybody who works here now. */
  to: (colleague: Colleague) => boolean;
}

/** What a notice is about, as far as it is still there. */
export interface About {
  ref: string | null;
  /** In the reader's language or the nearest that has one. */
  title: { text: string; locale: Locale } | null;
  part: Part | null;
}

/** A notice as somebody reads it. */
export interface ReadNotice extends About {
  id: string;
  kind: NoticeKind;
  /** Whose deed it was; `null` for the product itself. */
  by: string | null;
  detail: NoticeDetail;
  createdAt: Date;
  readAt: Date | null;
}

/** Where a notice leads, without language prefix. */
export function noticePath({ ref, part, detail }: Pick<ReadNotice, 'detail' | 'part' | 'ref'>): `/${string}` {
  if (ref === null) return '/dashboard';
  const unit = part === null ? '' : `?unit=${part}`;
  const comment = detail.comment === undefined ? '' : `#comment-${detail.comment}`;
  return `/dashboard/records/${ref}${unit}${comment}`;
}

/** The jobs that hand a mail to the mail server. */
export const MAIL_JOB = 'mail.send';

/** Why a mail stays here: no server is set, or the address of the account is none. */
export const HELD = { noServer: 'noServer', noAddress: 'noAddress' } as const;
