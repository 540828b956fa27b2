import { notExists, sql } from 'drizzle-orm';
import { z } from 'zod';
import { partnership, partnershipStatus } from '#db/schema/partnerships.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { statusLists } from '../internal/published-lists.ts';
import { writeStatusSpans } from '../internal/status-spans.ts';

/** What one turn writes. */
const AT_ONCE = 1000;

/** Writes the course of the status of partnerships that were released before there was such a thing. */
export const completeStatus = defineCommand({
  name: 'partnership.completeStatus',
  input: z.strictObject({}),
  load: ({ tx }) => {
    const spans = tx.select({ one: sql`1` }).from(partnershipStatus);
    const own = spans.where(sql`${partnershipStatus.partnershipId} = ${partnership.id}`);
    return tx
      .select({ id: partnership.id, ...statusLists(tx) })
      .from(partnership)
      .where(notExists(own))
      .limit(AT_ONCE);
  },
  allow: (actor) => actor.kind === 'system',
  run: async ({ tx }, partnerships) => {
    if (partnerships.length > 0) await writeStatusSpans(tx, partnerships);
    return { written: partnerships.length };
  },
});
