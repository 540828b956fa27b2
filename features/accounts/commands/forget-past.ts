import { and, lt, or } from 'drizzle-orm';
import { z } from 'zod';
import { session, setUpLink, signInAttempt } from '#db/schema/accounts.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { minutesAfter } from '../model.ts';
import { FAILURES_BEFORE_LOCK } from '../sign-in-limits.ts';

const DAYS_KEPT = 30;

/**
 * Throws away sessions and links that ended 30 days ago, and counters of wrong passwords that nobody has added to since. An
 * account that was closed for too many stays closed.
 */
export const forgetPast = defineCommand({
  name: 'session.forgetPast',
  input: z.strictObject({}),
  load: async () => ({}),
  allow: (actor) => actor.kind === 'system',
  run: async ({ tx, now }): Promise<void> => {
    const longAgo = minutesAfter(now, -DAYS_KEPT * 24 * 60);
    await tx.delete(session).where(or(lt(session.endsAt, longAgo), lt(session.endedAt, longAgo)));
    await tx.delete(setUpLink).where(lt(setUpLink.endsAt, longAgo));
    await tx
      .delete(signInAttempt)
      .where(and(lt(signInAttempt.windowEndsAt, longAgo), lt(signInAttempt.failures, FAILURES_BEFORE_LOCK)));
  },
});
