import { and, inArray, isNull, or } from 'drizzle-orm';
import type { Database } from '#db/pool.ts';
import { record } from '#db/schema/records.ts';

/** The ids of records by the names that a file may use for them: import keys and short names such as `P-104`. */
export async function findIdsByName(tx: Database, names: readonly string[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (let from = 0; from < names.length; from += 500) {
    const some = names.slice(from, from + 500);
    const rows = await tx
      .select({ id: record.id, key: record.importKey, ref: record.ref })
      .from(record)
      .where(and(isNull(record.deletedAt), or(inArray(record.importKey, some), inArray(record.ref, some))));
    for (const { id, key, ref } of rows) {
      ids.set(ref, id);
      if (key !== null) ids.set(key, id);
    }
  }
  return ids;
}
