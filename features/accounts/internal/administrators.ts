import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database } from '#db/pool.ts';
import { grant, person } from '#db/schema/accounts.ts';
import { isGrantLive } from './live-session.ts';

/** Lets one transaction at a time decide who the first administrator is; the lock is given back with it. */
export async function lockAdministrators(tx: Database): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('accounts: first administrator', 0))`);
}

/** Whether somebody may manage people and everything else. */
export async function hasAdministrator(tx: Database, now: Date): Promise<boolean> {
  const rows = await tx
    .select({ id: person.id })
    .from(person)
    .innerJoin(grant, isGrantLive(now))
    .where(and(isNull(person.disabledAt), eq(grant.role, 'administrator'), isNull(grant.locale)))
    .limit(1);
  return rows.length > 0;
}
