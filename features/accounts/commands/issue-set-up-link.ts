import { z } from 'zod';
import { defineCommand } from '#features/ledger/define-command.ts';
import { hasAdministrator, lockAdministrators } from '../internal/administrators.ts';
import { type IssuedLink, issueLink } from '../internal/links.ts';

/**
 * The link under which the first administrator chooses name, e-mail address and password; `null` as soon as there is an
 * administrator. Each call makes a new link and ends the one before.
 */
export const issueSetUpLink = defineCommand({
  name: 'person.issueSetUpLink',
  input: z.strictObject({}),
  load: async ({ tx, now }) => {
    await lockAdministrators(tx);
    return { isSetUp: await hasAdministrator(tx, now) };
  },
  allow: (actor) => actor.kind === 'system',
  run: async (context, { isSetUp }): Promise<IssuedLink | null> =>
    isSetUp ? null : issueLink(context, { purpose: 'administrator', personId: null }),
});
