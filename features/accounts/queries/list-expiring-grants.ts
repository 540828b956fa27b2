import { and, asc, eq, gt, isNull, lte } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { grant, person } from '#db/schema/accounts.ts';
import { type Actor, type Grant, ROLES } from '#features/ledger/model.ts';
import { isLocale } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';
import { minutesAfter } from '../model.ts';
import { isAdministrator } from '../policy.ts';

/** A right that ends soon. */
export interface ExpiringGrant extends Grant {
  id: string;
  name: string;
  until: Date;
}

const SOON_MINUTES = 30 * 24 * 60;

/**
 * Rights that end within thirty days, the first to end first.
 *
 * @throws Problem `forbidden`: this is for administrators
 */
export async function listExpiringGrants(
  actor: Actor,
  { now, most }: { now: Date; most: number },
): Promise<ExpiringGrant[]> {
  if (!isAdministrator(actor)) throw new Problem('forbidden');
  const rows = await appDb()
    .select({ id: grant.id, name: person.name, role: grant.role, locale: grant.locale, until: grant.until })
    .from(grant)
    .innerJoin(person, eq(person.id, grant.personId))
    .where(and(isNull(person.disabledAt), gt(grant.until, now), lte(grant.until, minutesAfter(now, SOON_MINUTES))))
    .orderBy(asc(grant.until), asc(grant.id))
    .limit(most);
  return rows.flatMap(({ role: named, locale, until, ...row }) => {
    const role = ROLES.find((known) => known === named);
    if (role === undefined || until === null || (locale !== null && !isLocale(locale))) return [];
    return [{ ...row, role, locale, until }];
  });
}
