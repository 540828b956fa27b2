import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { previewLink } from '#db/schema/desk.ts';
import { hashToken } from '#features/accounts/model.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { isOwnPreviewToken } from '../internal/preview-token.ts';

/** Notes that a link to drafts was opened. Whoever has its key may do so; nothing else changes by it. */
export const openPreviewLink = defineCommand({
  name: 'record.openPreviewLink',
  input: z.strictObject({ token: z.string().max(64) }),
  secretFields: ['token'],
  load: async ({ tx }, { token }) => {
    if (!isOwnPreviewToken(token)) return null;
    const [link] = await tx
      .select()
      .from(previewLink)
      .where(eq(previewLink.tokenHash, hashToken(token)));
    return link ?? null;
  },
  allow: (_actor, { endedAt }) => endedAt === null,
  run: async ({ tx, now, audit }, { tokenHash, recordId, endsAt, wasOpened }) => {
    if (wasOpened || endsAt <= now) return { isFirst: false };
    await tx.update(previewLink).set({ wasOpened: true }).where(eq(previewLink.tokenHash, tokenHash));
    audit({ subjectKind: 'preview', subjectId: recordId });
    return { isFirst: true };
  },
});
