import { appDb } from '#db/client.ts';
import { site } from '#db/schema/settings.ts';

/**
 * What tells the content of this database from that of any other: pages that were kept belong to one content.
 *
 * @throws Problem `unavailable`
 */
export async function findSiteId(): Promise<string> {
  const [row] = await appDb().select({ id: site.id }).from(site);
  if (row === undefined) throw new Error('the table site has lost its row');
  return row.id;
}
