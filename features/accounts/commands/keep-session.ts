import { and, eq, lt } from 'drizzle-orm';
import { z } from 'zod';
import { session } from '#db/schema/accounts.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { isSessionLive } from '../internal/live-session.ts';
import { hashToken } from '../model.ts';
import { tokenField } from '../input.ts';

/** Writes down that a session is in use, so that it does not end for idleness. A session that is over stays over. */
export const keepSession = defineCommand({
  name: 'session.keep',
  input: z.strictObject({ token: tokenField }),
  secretFields: ['token'],
  load: async () => ({}),
  allow: (actor) => actor.kind === 'system',
  run: async ({ tx, now }, _subject, { token }): Promise<void> => {
    await tx
      .update(session)
      .set({ seenAt: now })
      .where(and(eq(session.tokenHash, hashToken(token)), isSessionLive(now), lt(session.seenAt, now)));
  },
});
