import { asc, isNull } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import type { Database } from '#db/pool.ts';
import { grant, person } from '#db/schema/accounts.ts';
import type { Actor, PersonActor } from '#features/ledger/model.ts';
import { DEFAULT_LOCALE, isLocale } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';
import { grantOf } from '../internal/grant-of.ts';
import { isGrantLive } from '../internal/live-session.ts';
import type { Mailing } from '../model.ts';
import { isStaff } from '../policy.ts';

/** Somebody who works here now, and how they wish to be told. */
export interface Colleague extends PersonActor {
  mailing: Mailing;
}

/**
 * Everybody who may sign in and holds a right at this moment, by name. There are tens of them, not thousands.
 *
 * @param db - the transaction of a command, where one asks
 * @throws Problem `forbidden`: who works here is for staff
 */
export async function listColleagues(actor: Actor, now: Date, db: Database = appDb()): Promise<Colleague[]> {
  if (!isStaff(actor)) throw new Problem('forbidden');
  const rows = await db
    .select({
      id: person.id,
      name: person.name,
      email: person.email,
      locale: person.locale,
      mailing: person.mailing,
      grant: { role: grant.role, locale: grant.locale },
    })
    .from(person)
    .innerJoin(grant, isGrantLive(now))
    .where(isNull(person.disabledAt))
    .orderBy(asc(person.name), asc(person.id), asc(grant.id));
  const known = new Map<string, Colleague>();
  for (const { grant: one, locale, mailing, ...row } of rows) {
    const grants = [...(known.get(row.id)?.grants ?? []), ...grantOf(one)];
    const own = isLocale(locale) ? locale : DEFAULT_LOCALE;
    known.set(row.id, { kind: 'person', ...row, locale: own, mailing: asMailing(mailing), grants });
  }
  return [...known.values()].filter(({ grants }) => grants.length > 0);
}

/** The check on the column allows no other values. */
function asMailing(stored: string): Mailing {
  return stored as Mailing;
}
