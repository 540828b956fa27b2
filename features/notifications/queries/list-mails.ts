import { count, desc, eq } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { person } from '#db/schema/accounts.ts';
import { mail } from '#db/schema/talk.ts';
import { isAdministrator } from '#features/accounts/policy.ts';
import type { Actor } from '#features/ledger/model.ts';
import { type Locale, isLocale, DEFAULT_LOCALE } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';
import { HELD } from '../model.ts';

/** How many mails a page of the outbox shows. */
export const OUTBOX_PAGE_SIZE = 30;

/** How a mail stands: it left, it waits, it is held back because no server is set, or it was refused. */
export type MailStanding = 'failed' | 'held' | 'sent' | 'waiting';

/** A mail as the outbox shows it. */
export interface OutboxMail {
  id: string;
  name: string;
  recipient: string;
  locale: Locale;
  subject: string;
  body: string;
  createdAt: Date;
  sentAt: Date | null;
  attempts: number;
  lastError: string | null;
  standing: MailStanding;
}

/**
 * The outbox, newest first.
 *
 * @throws Problem `forbidden`: other people's mails are for administrators
 */
export async function listMails(actor: Actor, page: number): Promise<{ rows: OutboxMail[]; total: number }> {
  if (!isAdministrator(actor)) throw new Problem('forbidden');
  const [[all], rows] = await Promise.all([
    appDb().select({ total: count() }).from(mail),
    appDb()
      .select({
        id: mail.id,
        name: person.name,
        recipient: mail.recipient,
        locale: mail.locale,
        subject: mail.subject,
        body: mail.body,
        createdAt: mail.createdAt,
        sentAt: mail.sentAt,
        attempts: mail.attempts,
        lastError: mail.lastError,
      })
      .from(mail)
      .innerJoin(person, eq(person.id, mail.personId))
      .orderBy(desc(mail.createdAt), desc(mail.id))
      .limit(OUTBOX_PAGE_SIZE)
      .offset((page - 1) * OUTBOX_PAGE_SIZE),
  ]);
  return {
    total: all?.total ?? 0,
    rows: rows.map(({ locale, ...row }) => ({
      ...row,
      locale: isLocale(locale) ? locale : DEFAULT_LOCALE,
      standing: standingOf(row),
    })),
  };
}

function standingOf({ sentAt, lastError }: Pick<OutboxMail, 'lastError' | 'sentAt'>): MailStanding {
  if (sentAt !== null) return 'sent';
  if (lastError === null) return 'waiting';
  return lastError === HELD.noServer ? 'held' : 'failed';
}
