import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { previewLink } from '#db/schema/desk.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { Problem } from '#platform/problem.ts';
import { shareRecord } from '../internal/load-record.ts';
import { mayEndPreviewLink } from '../policy.ts';

/**
 * Takes a link to drafts back: from now on it shows nothing.
 *
 * @throws Problem `stateRefused`: it was taken back before
 */
export const endPreviewLink = defineCommand({
  name: 'record.endPreviewLink',
  /** The name under which the list of links has it; it opens nothing. */
  input: z.strictObject({ link: z.string().regex(/^[0-9a-f]{64}$/u) }),
  load: async ({ tx }, { link: name }) => {
    const [link] = await tx.select().from(previewLink).where(eq(previewLink.tokenHash, name)).for('update');
    const record = link === undefined ? null : await shareRecord(tx, link.recordId);
    return link === undefined || record === null ? null : { link, record };
  },
  allow: (actor, { link }) => mayEndPreviewLink(actor, link),
  run: async ({ tx, now, audit }, { link, record }) => {
    if (link.endedAt !== null) throw new Problem('stateRefused');
    await tx.update(previewLink).set({ endedAt: now }).where(eq(previewLink.tokenHash, link.tokenHash));
    audit({ subjectKind: record.kind, subjectId: record.id });
    return { ended: true };
  },
});
