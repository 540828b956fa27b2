import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { person } from '#db/schema/accounts.ts';
import { MAILINGS } from '#features/accounts/model.ts';
import { isStaff } from '#features/accounts/policy.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { personIdOf } from '#features/ledger/model.ts';

/** Somebody says which mails they wish: for each notice, once a day, or none. */
export const setMailing = defineCommand({
  name: 'notice.setMailing',
  input: z.strictObject({ mailing: z.enum(MAILINGS) }),
  load: async () => ({}),
  allow: (actor) => actor.kind === 'person' && isStaff(actor),
  run: async (context, _subject, { mailing }) => {
    const own = personIdOf(context.actor) ?? '';
    await context.tx.update(person).set({ mailing }).where(eq(person.id, own));
    context.audit({ subjectKind: 'person', subjectId: own, detail: { mailing } });
    return {};
  },
});
