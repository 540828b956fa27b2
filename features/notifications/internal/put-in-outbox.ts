import { v7 as uuidv7 } from 'uuid';
import { mail } from '#db/schema/talk.ts';
import type { Colleague } from '#features/accounts/queries/list-colleagues.ts';
import { enqueue } from '#features/jobs/enqueue.ts';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { MAIL_JOB } from '../model.ts';
import type { Composed } from './compose-mail.ts';

/**
 * Puts a mail into the outbox and books its sending, with whatever causes it.
 *
 * @param uniqueKey - what this mail says once
 * @returns `false` where a mail of that key lies there already
 */
export async function putInOutbox(
  { tx, now }: CommandContext,
  { id: personId, email, locale }: Colleague,
  { uniqueKey, subject, body }: Composed & { uniqueKey: string },
): Promise<boolean> {
  const id = uuidv7();
  const written = await tx
    .insert(mail)
    .values({ id, personId, recipient: email, locale, subject, body, uniqueKey, createdAt: now })
    .onConflictDoNothing({ target: mail.uniqueKey })
    .returning({ id: mail.id });
  if (written.length === 0) return false;
  await enqueue(tx, { kind: MAIL_JOB, payload: { mail: id }, runAt: now, uniqueKey: id }, now);
  return true;
}
