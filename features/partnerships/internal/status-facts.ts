import { partnership } from '#db/schema/partnerships.ts';
import type { Database } from '#db/pool.ts';
import type { StatusFacts } from '../model.ts';
import { statusLists } from './published-lists.ts';

/** What the status of every published partnership is computed from. */
export async function listStatusFacts(tx: Database): Promise<(StatusFacts & { id: string })[]> {
  return tx.select({ id: partnership.id, ...statusLists(tx) }).from(partnership);
}
