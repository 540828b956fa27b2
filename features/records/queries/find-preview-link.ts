import { eq } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { previewLink } from '#db/schema/desk.ts';
import { hashToken } from '#features/accounts/model.ts';
import { isOwnPreviewToken } from '../internal/preview-token.ts';

/** A link that shows drafts. */
export interface PreviewLink {
  recordId: string;
  endsAt: Date;
  wasOpened: boolean;
  /** `over`: its time is up, or it was taken back. */
  state: 'open' | 'over';
}

/**
 * What a link leads to. One that was not made here is refused without asking the database.
 *
 * @param token - untrusted
 * @returns `null` where it never was a link of this site
 */
export async function findPreviewLink(token: string, now: Date): Promise<PreviewLink | null> {
  if (!isOwnPreviewToken(token)) return null;
  const [row] = await appDb()
    .select()
    .from(previewLink)
    .where(eq(previewLink.tokenHash, hashToken(token)));
  if (row === undefined) return null;
  const { recordId, endsAt, endedAt, wasOpened } = row;
  return { recordId, endsAt, wasOpened, state: endedAt === null && endsAt > now ? 'open' : 'over' };
}
