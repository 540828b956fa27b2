import { and, eq, gt, isNull, type SQL } from 'drizzle-orm';
import { setUpLink } from '#db/schema/accounts.ts';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { Problem } from '#platform/problem.ts';
import { hashToken, LINK_MINUTES, type LinkPurpose, makeToken, minutesAfter } from '../model.ts';

/** A link that works once. The token is known to whoever gets the link, only its hash is kept. */
export interface IssuedLink {
  token: string;
  endsAt: Date;
}

/** Makes a link; an earlier one for the same purpose and person stops working. */
export async function issueLink(
  { tx, now }: CommandContext,
  { purpose, personId }: { purpose: LinkPurpose; personId: string | null },
): Promise<IssuedLink> {
  const isSame = personId === null ? isNull(setUpLink.personId) : eq(setUpLink.personId, personId);
  await tx.delete(setUpLink).where(and(eq(setUpLink.purpose, purpose), isSame, isNull(setUpLink.usedAt)));
  const token = makeToken();
  const endsAt = minutesAfter(now, LINK_MINUTES[purpose]);
  await tx.insert(setUpLink).values({ tokenHash: hashToken(token), purpose, personId, createdAt: now, endsAt });
  return { token, endsAt };
}

/**
 * Uses a link up.
 *
 * @returns whose link it was; `null` for that of the first administrator
 * @throws Problem `invalid`: it was used before, has ended, or never was
 */
export async function takeLink(
  { tx, now }: CommandContext,
  { token, purpose }: { token: string; purpose: LinkPurpose },
): Promise<{ personId: string | null }> {
  const [taken] = await tx
    .update(setUpLink)
    .set({ usedAt: now })
    .where(and(isLinkOpen(token, now), eq(setUpLink.purpose, purpose)))
    .returning({ personId: setUpLink.personId });
  if (taken === undefined) throw linkUsed();
  return taken;
}

/** The row of a link that may still be used. */
export function isLinkOpen(token: string, now: Date): SQL | undefined {
  return and(eq(setUpLink.tokenHash, hashToken(token)), isNull(setUpLink.usedAt), gt(setUpLink.endsAt, now));
}

/** What to say of a link that does not work any more. */
export function linkUsed(): Problem {
  return new Problem('invalid', { fields: [{ path: 'token', reason: 'linkUsed' }] });
}
