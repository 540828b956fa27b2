import { and, eq, isNotNull } from 'drizzle-orm';
import type { Database } from '#db/pool.ts';
import { unit } from '#db/schema/records.ts';

/**
 * Whether the public can see a record. The facts unit is locked against being withdrawn in the same moment, but not
 * against other languages being released.
 */
export async function isPublished(tx: Database, recordId: string): Promise<boolean> {
  const rows = await tx
    .select({ scope: unit.scope })
    .from(unit)
    .where(and(eq(unit.recordId, recordId), eq(unit.scope, 'facts'), isNotNull(unit.publishedRev)))
    .for('key share');
  return rows.length > 0;
}
