import { z } from 'zod';
import { defineCommand } from '#features/ledger/define-command.ts';
import { localisePath } from '#i18n/locales.ts';
import { emailField, localeField, nameField, passwordField, tokenField } from '../input.ts';
import { addPerson } from '../internal/add-person.ts';
import { hasAdministrator, lockAdministrators } from '../internal/administrators.ts';
import { type BegunSession, beginSession } from '../internal/begin-session.ts';
import { linkUsed, takeLink } from '../internal/links.ts';

/**
 * The first administrator chooses name, e-mail address and password under the link of the set-up, and is signed in. The
 * link is the right to do so.
 *
 * @throws Problem `invalid`: the link does not work any more, the password may not be used
 */
export const setUpPerson = defineCommand({
  name: 'person.setUp',
  input: z.strictObject({
    token: tokenField,
    name: nameField,
    email: emailField,
    password: passwordField,
    locale: localeField,
  }),
  secretFields: ['password', 'token'],
  load: async (context, { token }) => {
    await lockAdministrators(context.tx);
    await takeLink(context, { token, purpose: 'administrator' });
    return { isSetUp: await hasAdministrator(context.tx, context.now) };
  },
  allow: () => true,
  run: async (context, { isSetUp }, { name, email, password, locale }): Promise<BegunSession> => {
    if (isSetUp) throw linkUsed();
    const grants = [{ role: 'administrator', locale: null, until: null }] as const;
    return beginSession(context, await addPerson(context, { name, email, password, locale, grants }));
  },
  respond: async ({ token }, { locale }) => {
    const { rememberSession } = await import('../internal/next-auth.ts');
    await rememberSession(token);
    return { redirectTo: localisePath(locale, '/dashboard') };
  },
});
