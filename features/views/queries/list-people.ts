import { sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { person } from '#db/schema/accounts.ts';
import type { Actor } from '#features/ledger/model.ts';
import { mayReadDrafts } from '#features/records/policy.ts';
import { Problem } from '#platform/problem.ts';

/** Somebody whom a condition may name. */
export interface Named {
  id: string;
  name: string;
}

const PEOPLE_MAX = 500;

/**
 * Everybody with an account, by name: whoever once wrote something may be asked for.
 *
 * @throws Problem `forbidden`: names are for staff
 */
export async function listPeople(actor: Actor): Promise<Named[]> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  return appDb()
    .select({ id: person.id, name: person.name })
    .from(person)
    .orderBy(sql`${person.name} collate "und-x-icu"`)
    .limit(PEOPLE_MAX);
}
