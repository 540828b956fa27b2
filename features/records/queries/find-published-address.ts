import { eq } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { address } from '#db/schema/records.ts';

/** What became of an address. */
export interface PublishedAddress {
  state: 'gone' | 'live' | 'moved';
  /** The address it moved to, without language prefix; `null` unless it moved. */
  movedTo: string | null;
}

/**
 * What became of an address that was ever published.
 *
 * @param path - without language prefix, as `/partnerships/hamburg-busan`; untrusted
 * @returns `null` where nothing was ever published there
 */
export async function findPublishedAddress(path: string): Promise<PublishedAddress | null> {
  const [row] = await publicDb()
    .select({ state: address.state, movedTo: address.movedTo })
    .from(address)
    .where(eq(address.path, path))
    .limit(1);
  return row === undefined ? null : { state: asState(row.state), movedTo: row.movedTo };
}

/** The CHECK of the table allows exactly these three. */
function asState(state: string): PublishedAddress['state'] {
  return state as PublishedAddress['state'];
}
