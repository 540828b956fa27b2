import { z } from 'zod';
import { listColleagues } from '#features/accounts/queries/list-colleagues.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { composeDigest } from '../internal/compose-mail.ts';
import { noteMailed, unmailedOf } from '../internal/unmailed.ts';
import { putInOutbox } from '../internal/put-in-outbox.ts';

/** Puts the mail of a day into the outbox, for everybody who wishes one and has something new that they have not read. */
export const writeDigests = defineCommand({
  name: 'notice.writeDigests',
  input: z.strictObject({
    /** The calendar day in the site's zone, of which there is one mail. */
    day: z.iso.date(),
  }),
  load: async () => ({}),
  allow: (actor) => actor.kind === 'system',
  run: async (context, _subject, { day }) => {
    const { actor, tx, now } = context;
    let mails = 0;
    for (const colleague of await listColleagues(actor, now, tx)) {
      if (colleague.mailing !== 'daily') continue;
      const waiting = await unmailedOf(context, colleague);
      if (waiting.length === 0) continue;
      const composed = await composeDigest(colleague.locale, waiting);
      // Whatever came after the mail of this day waits for that of the next.
      if (!(await putInOutbox(context, colleague, { ...composed, uniqueKey: `daily:${colleague.id}:${day}` })))
        continue;
      await noteMailed(context, waiting);
      mails += 1;
    }
    return { mails };
  },
});
