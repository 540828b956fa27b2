import { sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { cacheTag } from '#db/schema/ledger.ts';
import { searchSeen } from '#db/schema/search.ts';
import { recordTag } from '#features/records/tags.ts';
import { INDEX_VERSION, INDEXED_AT_ONCE } from '../model.ts';

/** A record whose entry is older than its page tag. */
export interface DueRecord {
  id: string;
  markedAt: Date;
}

const PREFIX = recordTag('');

/** Records whose pages were put out of date since they were indexed, or never were; as many as one turn takes, the oldest first. */
export async function listDueRecords(): Promise<DueRecord[]> {
  const id = sql`substring(${cacheTag.tag} from ${PREFIX.length + 1}::int)::uuid`;
  const rows = await appDb().execute<{ id: string; at: string }>(sql`
    select marked.id, to_char(marked.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from (select ${id} as id, ${cacheTag.at} as at from ${cacheTag} where starts_with(${cacheTag.tag}, ${PREFIX})) marked
    left join ${searchSeen} on ${searchSeen.recordId} = marked.id
    where ${searchSeen.recordId} is null or ${searchSeen.version} <> ${INDEX_VERSION}
      or ${searchSeen.markedAt} < date_trunc('milliseconds', marked.at)
    order by marked.at limit ${INDEXED_AT_ONCE}`);
  return [...rows].map((row) => ({ id: row.id, markedAt: new Date(row.at) }));
}
