import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { mail } from '#db/schema/talk.ts';
import { defineCommand } from '#features/ledger/define-command.ts';

/** Notes what became of handing a mail to the mail server: it left, or why not. */
export const noteDelivery = defineCommand({
  name: 'mail.noteDelivery',
  input: z.strictObject({
    mail: z.uuid(),
    /** What the server said, or why no server was asked; `null` where the mail left. */
    problem: z.string().max(500).nullable(),
    /** Whether a server was asked at all. */
    wasTried: z.boolean(),
  }),
  load: async ({ tx }, { mail: id }) => {
    const [row] = await tx.select({ id: mail.id }).from(mail).where(eq(mail.id, id)).for('update');
    return row ?? null;
  },
  allow: (actor) => actor.kind === 'system',
  run: async (context, { id }, { problem, wasTried }) => {
    await context.tx
      .update(mail)
      .set({
        lastError: problem,
        sentAt: problem === null ? context.now : null,
        attempts: sql`${mail.attempts} + ${wasTried ? 1 : 0}`,
      })
      .where(eq(mail.id, id));
    context.audit({ subjectKind: 'mail', subjectId: id, detail: problem === null ? {} : { said: problem } });
    return {};
  },
});
