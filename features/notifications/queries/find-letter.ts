import { eq } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { mail } from '#db/schema/talk.ts';
import type { Actor } from '#features/ledger/model.ts';
import { DEFAULT_LOCALE, isLocale } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';
import type { Letter } from '../internal/hand-over.ts';

/**
 * A mail of the outbox that has not left yet.
 *
 * @returns `null` where there is none, or it left
 * @throws Problem `forbidden`: only the product itself sends mails
 */
export async function findLetter(actor: Actor, id: string): Promise<Letter | null> {
  if (actor.kind !== 'system') throw new Problem('forbidden');
  const [row] = await appDb().select().from(mail).where(eq(mail.id, id));
  if (row === undefined || row.sentAt !== null) return null;
  const { recipient, locale, subject, body } = row;
  return { id, recipient, locale: isLocale(locale) ? locale : DEFAULT_LOCALE, subject, body };
}
