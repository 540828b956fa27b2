import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { searchSynonym } from '#db/schema/search.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { SEARCH_TAG } from '../model.ts';
import { mayKeepSynonyms } from '../policy.ts';

/**
 * Takes away that a term means the same as others. The audit line keeps what it was.
 *
 * @throws Problem `notFound`: it is gone already
 */
export const removeSynonyms = defineCommand({
  name: 'search.removeSynonyms',
  input: z.strictObject({ id: z.uuid() }),
  load: async ({ tx }, { id }) => {
    const [row] = await tx.select().from(searchSynonym).where(eq(searchSynonym.id, id)).for('update');
    return row ?? null;
  },
  allow: (actor) => mayKeepSynonyms(actor),
  run: async ({ tx, invalidate, audit }, { id, locale, term, others }) => {
    await tx.delete(searchSynonym).where(eq(searchSynonym.id, id));
    invalidate([SEARCH_TAG]);
    audit({ subjectKind: 'synonym', subjectId: null, detail: { locale, term, others } });
    return {};
  },
});
