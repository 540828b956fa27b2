import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { person, session } from '#db/schema/accounts.ts';
import { type CommandContext, defineCommand } from '#features/ledger/define-command.ts';
import { localisePath } from '#i18n/locales.ts';
import { localeField, passwordField, tokenField } from '../input.ts';
import { refuseBadPassword } from '../internal/add-person.ts';
import { attemptKeys, clearFailures } from '../internal/attempts.ts';
import { linkUsed, takeLink } from '../internal/links.ts';
import { hashPassword } from '../internal/passwords.ts';

/**
 * Somebody chooses a new password under a link. All sessions of the person end, a closed account is open again, and the
 * person signs in with the new password.
 *
 * @throws Problem `invalid`: the link does not work any more, the password may not be used
 */
export const resetPassword = defineCommand({
  name: 'person.resetPassword',
  input: z.strictObject({ token: tokenField, password: passwordField, locale: localeField }),
  secretFields: ['password', 'token'],
  load: async (context, { token }) => {
    const { personId } = await takeLink(context, { token, purpose: 'password' });
    return findOwner(context, personId);
  },
  allow: () => true,
  run: async ({ tx, now, audit }, { id, email, name }, { password }): Promise<void> => {
    refuseBadPassword(password, { email, name });
    await tx
      .update(person)
      .set({ passwordHash: await hashPassword(password) })
      .where(eq(person.id, id));
    await tx
      .update(session)
      .set({ endedAt: now })
      .where(and(eq(session.personId, id), isNull(session.endedAt)));
    await clearFailures(tx, attemptKeys(email, null));
    audit({ subjectKind: 'person', subjectId: id });
  },
  respond: async (_result, { locale }) => ({ redirectTo: `${localisePath(locale, '/sign-in')}?done=password` }),
});

/** A person who was disabled after the link was made has no use of it. */
async function findOwner({ tx }: CommandContext, personId: string | null) {
  if (personId === null) throw linkUsed();
  const [owner] = await tx
    .select({ id: person.id, email: person.email, name: person.name })
    .from(person)
    .where(and(eq(person.id, personId), isNull(person.disabledAt)))
    .for('update');
  if (owner === undefined) throw linkUsed();
  return owner;
}
