import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { person } from '#db/schema/accounts.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { emailField } from '../input.ts';
import { type IssuedLink, issueLink } from '../internal/links.ts';
import { isAdministrator } from '../policy.ts';

/** The link under which a person chooses a new password; it is handed over by whoever asked for it. The old one still works. */
export const issueResetLink = defineCommand({
  name: 'person.issueResetLink',
  input: z.strictObject({ email: emailField }),
  load: async ({ tx }, { email }) => {
    const [found] = await tx
      .select({ id: person.id })
      .from(person)
      .where(and(eq(person.email, email), isNull(person.disabledAt)));
    return found ?? null;
  },
  allow: (actor) => isAdministrator(actor),
  run: async (context, { id }): Promise<IssuedLink> => {
    context.audit({ subjectKind: 'person', subjectId: id });
    return issueLink(context, { purpose: 'password', personId: id });
  },
});
