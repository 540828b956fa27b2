import { eq } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { person, setUpLink } from '#db/schema/accounts.ts';
import { isLinkOpen } from '../internal/links.ts';
import { LINK_PURPOSES, type LinkPurpose } from '../model.ts';

/** A link that may still be used, and whose it is. */
export interface OpenLink {
  purpose: LinkPurpose;
  /** The address of the account; `null` where there is no account yet. */
  email: string | null;
}

/**
 * What a link is for. Looking at it does not use it up.
 *
 * @param token - untrusted
 * @returns `null` where it was used, has ended, or never was
 */
export async function findOpenLink(token: string, now: Date): Promise<OpenLink | null> {
  const [row] = await appDb()
    .select({ purpose: setUpLink.purpose, email: person.email })
    .from(setUpLink)
    .leftJoin(person, eq(person.id, setUpLink.personId))
    .where(isLinkOpen(token, now));
  const purpose = LINK_PURPOSES.find((known) => known === row?.purpose);
  return row === undefined || purpose === undefined ? null : { purpose, email: row.email };
}
