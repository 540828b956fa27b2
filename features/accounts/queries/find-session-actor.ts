import { and, eq, isNull } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { grant, person, session } from '#db/schema/accounts.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import { DEFAULT_LOCALE, isLocale } from '#i18n/locales.ts';
import { grantOf } from '../internal/grant-of.ts';
import { isGrantLive, isSessionLive } from '../internal/live-session.ts';
import { hashToken } from '../model.ts';

/** Who a session belongs to, with the rights of this very moment. */
export interface SessionActor {
  actor: PersonActor;
  seenAt: Date;
}

/**
 * The person behind a session token, read anew each time: what was ended, disabled or taken away a moment ago counts.
 *
 * @returns `null` where the session is unknown, over or idle for too long, or the person is disabled or has no right left
 */
export async function findSessionActor(token: string, now: Date): Promise<SessionActor | null> {
  const rows = await appDb()
    .select({
      id: person.id,
      name: person.name,
      email: person.email,
      locale: person.locale,
      seenAt: session.seenAt,
      grant: { role: grant.role, locale: grant.locale },
    })
    .from(session)
    .innerJoin(person, eq(person.id, session.personId))
    .innerJoin(grant, isGrantLive(now))
    .where(and(eq(session.tokenHash, hashToken(token)), isSessionLive(now), isNull(person.disabledAt)))
    .orderBy(grant.id);
  const [first] = rows;
  if (first === undefined) return null;
  const { id, name, email, locale, seenAt } = first;
  const grants = rows.flatMap((row) => grantOf(row.grant));
  return {
    actor: { kind: 'person', id, name, email, locale: isLocale(locale) ? locale : DEFAULT_LOCALE, grants },
    seenAt,
  };
}
