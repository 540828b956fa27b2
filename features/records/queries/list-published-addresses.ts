import { inArray } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { address } from '#db/schema/records.ts';

/** What became of an address. */
export interface PublishedAddress {
  state: 'gone' | 'live' | 'moved';
  /** The address it moved to, without language prefix; `null` unless it moved. */
  movedTo: string | null;
}

/**
 * What became of addresses, by path; one where nothing was ever published is missing.
 *
 * @param paths - without language prefix; untrusted, a few hundred at most
 */
export async function listPublishedAddresses(paths: readonly string[]): Promise<Map<string, PublishedAddress>> {
  const rows = await publicDb()
    .select({ path: address.path, state: address.state, movedTo: address.movedTo })
    .from(address)
    .where(inArray(address.path, [...new Set(paths)]));
  return new Map(rows.map(({ path, state, movedTo }) => [path, { state: asState(state), movedTo }]));
}

/** The CHECK of the table allows exactly these three. */
function asState(state: string): PublishedAddress['state'] {
  return state as PublishedAddress['state'];
}
