import { and, eq, gt, isNull, or, type SQL } from 'drizzle-orm';
import { grant, person, session } from '#db/schema/accounts.ts';
import { minutesAfter, SESSION_MINUTES } from '../model.ts';

/** Whether a row of `session` still stands: not ended, not too old, and not left alone for too long. */
export function isSessionLive(now: Date): SQL | undefined {
  return and(
    isNull(session.endedAt),
    gt(session.endsAt, now),
    gt(session.seenAt, minutesAfter(now, -SESSION_MINUTES.idle)),
  );
}

/** Whether a row of `person_grant` joined to its person is in force. */
export function isGrantLive(now: Date): SQL | undefined {
  return and(eq(grant.personId, person.id), or(isNull(grant.until), gt(grant.until, now)));
}
