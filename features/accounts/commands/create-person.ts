import { z } from 'zod';
import { defineCommand } from '#features/ledger/define-command.ts';
import { emailField, grantsField, localeField, nameField, passwordField } from '../input.ts';
import { addPerson } from '../internal/add-person.ts';
import { isAdministrator } from '../policy.ts';

/**
 * Adds somebody who may sign in, with at least one right.
 *
 * @throws Problem `invalid`: the password may not be used, or there is an account with that e-mail address
 */
export const createPerson = defineCommand({
  name: 'person.create',
  input: z.strictObject({
    email: emailField,
    name: nameField,
    locale: localeField,
    password: passwordField,
    grants: grantsField,
  }),
  secretFields: ['password'],
  load: async () => ({}),
  allow: (actor) => isAdministrator(actor),
  run: async (context, _subject, input): Promise<{ id: string }> => ({ id: await addPerson(context, input) }),
});
