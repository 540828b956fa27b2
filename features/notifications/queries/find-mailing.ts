import { eq } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { person } from '#db/schema/accounts.ts';
import { type Mailing, MAILINGS } from '#features/accounts/model.ts';
import { type Actor, personIdOf } from '#features/ledger/model.ts';
import { Problem } from '#platform/problem.ts';

/**
 * Which mails the actor wishes.
 *
 * @throws Problem `forbidden`: nobody is signed in
 */
export async function findMailing(actor: Actor): Promise<Mailing> {
  const own = personIdOf(actor);
  if (own === null) throw new Problem('forbidden');
  const [row] = await appDb().select({ mailing: person.mailing }).from(person).where(eq(person.id, own));
  return MAILINGS.find((known) => known === row?.mailing) ?? 'daily';
}
