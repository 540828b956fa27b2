import { inArray } from 'drizzle-orm';
import { partnershipStatus } from '#db/schema/partnerships.ts';
import type { Database } from '#db/pool.ts';
import { type StatusFacts, statusSpans } from '../model.ts';

/** Writes the course of the status of some partnerships anew. */
export async function writeStatusSpans(
  tx: Database,
  partnerships: readonly (StatusFacts & { id: string })[],
): Promise<void> {
  const ids = partnerships.map(({ id }) => id);
  await tx.delete(partnershipStatus).where(inArray(partnershipStatus.partnershipId, ids));
  const rows = partnerships.flatMap(({ id, ...facts }) => {
    const spans = statusSpans(facts);
    return spans.map(({ from, status }, at) => ({
      partnershipId: id,
      fromDay: from,
      untilDay: spans[at + 1]?.from ?? null,
      status,
    }));
  });
  await tx.insert(partnershipStatus).values(rows);
}
