import { z } from 'zod';
import { site } from '#db/schema/settings.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { isFourEyes } from '../internal/four-eyes.ts';
import { maySetFourEyes } from '../policy.ts';

/** Says whether a release of one's own work waits until somebody else has approved it. */
export const setFourEyes = defineCommand({
  name: 'site.setFourEyes',
  input: z.strictObject({ fourEyes: z.enum(['on', 'off']) }),
  load: async ({ tx }) => ({ before: await isFourEyes(tx) }),
  allow: (actor) => maySetFourEyes(actor),
  run: async (context, { before }, { fourEyes }) => {
    await context.tx.update(site).set({ fourEyes: fourEyes === 'on' });
    context.audit({ subjectKind: 'site', subjectId: null, detail: { fourEyes, before: before ? 'on' : 'off' } });
    return { fourEyes };
  },
});
