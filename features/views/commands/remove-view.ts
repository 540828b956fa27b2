import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { savedView } from '#db/schema/desk.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { lockView } from '../internal/load-view.ts';
import { mayChangeView } from '../policy.ts';

/** Takes a kept view away; what it was stays in the audit trail. */
export const removeView = defineCommand({
  name: 'view.remove',
  input: z.strictObject({ view: z.uuid() }),
  load: async (context, { view }) => lockView(context, view),
  allow: (actor, view) => mayChangeView(actor, view),
  run: async ({ tx, audit }, view) => {
    await tx.delete(savedView).where(eq(savedView.id, view.id));
    const { id, name, question, sharedWith } = view;
    audit({ subjectKind: 'view', subjectId: id, detail: { list: view.list, name, question, sharedWith } });
    return {};
  },
});
