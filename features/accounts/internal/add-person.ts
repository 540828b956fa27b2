import { v7 as uuidv7 } from 'uuid';
import { grant, person } from '#db/schema/accounts.ts';
import type { CommandContext } from '#features/ledger/define-command.ts';
import type { Grant } from '#features/ledger/model.ts';
import type { Locale } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';
import { findPasswordFault } from '../password-rules.ts';
import { hashPassword } from './passwords.ts';

/** Somebody who shall be able to sign in. */
export interface NewPerson {
  email: string;
  name: string;
  locale: Locale;
  password: string;
  grants: readonly (Grant & { until: Date | null })[];
}

/**
 * Adds a person with rights.
 *
 * @returns the person's id
 * @throws Problem `invalid`: the password may not be used, or there is an account with that e-mail address
 */
export async function addPerson({ tx, now, audit }: CommandContext, added: NewPerson): Promise<string> {
  const { email, name, locale, password, grants } = added;
  refuseBadPassword(password, added);
  const id = uuidv7();
  const rows = await tx
    .insert(person)
    .values({ id, email, name, locale, passwordHash: await hashPassword(password), createdAt: now })
    .onConflictDoNothing({ target: person.email })
    .returning({ id: person.id });
  if (rows.length === 0) throw new Problem('invalid', { fields: [{ path: 'email', reason: 'emailTaken' }] });
  await tx.insert(grant).values(grants.map((given) => ({ id: uuidv7(), personId: id, ...given })));
  audit({ subjectKind: 'person', subjectId: id, detail: { roles: grants.map(({ role }) => role) } });
  return id;
}

/** @throws Problem `invalid`: the password may not be used by this person */
export function refuseBadPassword(password: string, owner: { email: string; name: string }): void {
  const fault = findPasswordFault(password, owner);
  if (fault !== null) throw new Problem('invalid', { fields: [{ path: 'password', ...fault }] });
}
