import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { mail } from '#db/schema/talk.ts';
import { isAdministrator } from '#features/accounts/policy.ts';
import { enqueue } from '#features/jobs/enqueue.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { Problem } from '#platform/problem.ts';
import { MAIL_JOB } from '../model.ts';

/**
 * Tries once more to send a mail that did not leave.
 *
 * @throws Problem `stateRefused`: it left already
 */
export const sendAgain = defineCommand({
  name: 'mail.sendAgain',
  input: z.strictObject({ mail: z.uuid() }),
  load: async ({ tx }, { mail: id }) => {
    const [row] = await tx.select({ id: mail.id, sentAt: mail.sentAt }).from(mail).where(eq(mail.id, id)).for('update');
    return row ?? null;
  },
  allow: (actor) => isAdministrator(actor),
  run: async (context, { id, sentAt }) => {
    if (sentAt !== null) throw new Problem('stateRefused');
    const { tx, now } = context;
    await tx.update(mail).set({ lastError: null, attempts: 0 }).where(eq(mail.id, id));
    await enqueue(tx, { kind: MAIL_JOB, payload: { mail: id }, runAt: now, uniqueKey: id }, now);
    context.audit({ subjectKind: 'mail', subjectId: id });
    return {};
  },
});
