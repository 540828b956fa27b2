import { lt } from 'drizzle-orm';
import { z } from 'zod';
import { mail, notice } from '#db/schema/talk.ts';
import { defineCommand } from '#features/ledger/define-command.ts';

const DAY_MS = 24 * 3_600_000;
const MAIL_DAYS = 90;
const NOTICE_DAYS = 365;

/** Throws away mails after three months and notices after a year: what they told stands in the records and the trail. */
export const forgetOld = defineCommand({
  name: 'notice.forgetOld',
  input: z.strictObject({}),
  load: async () => ({}),
  allow: (actor) => actor.kind === 'system',
  run: async ({ tx, now }) => {
    const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
    await tx.delete(mail).where(lt(mail.createdAt, daysAgo(MAIL_DAYS)));
    await tx.delete(notice).where(lt(notice.createdAt, daysAgo(NOTICE_DAYS)));
    return {};
  },
});
