import { listPublishedAddresses, type PublishedAddress } from './list-published-addresses.ts';

/**
 * What became of an address that was ever published.
 *
 * @param path - without language prefix, as `/partnerships/hamburg-busan`; untrusted
 * @returns `null` where nothing was ever published there
 */
export async function findPublishedAddress(path: string): Promise<PublishedAddress | null> {
  return (await listPublishedAddresses([path])).get(path) ?? null;
}
