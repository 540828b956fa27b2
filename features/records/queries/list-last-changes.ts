import { sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import type { Actor } from '#features/ledger/model.ts';
import { Problem } from '#platform/problem.ts';
import { isAside } from '../internal/revision-lines.ts';
import type { Scope } from '../model.ts';
import { mayReadDrafts } from '../policy.ts';

/** Who changed a place of a unit last, and when. */
export interface LastChange {
  path: string;
  n: number;
  at: string;
  /** `null` for what the product itself wrote. */
  author: string | null;
}

/**
 * For every place of a unit the revision that changed it last, in one query over its history; autosaves count, what was given up in
 * a conflict does not.
 *
 * @param ref - `P-104`; untrusted
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function listLastChanges(
  actor: Actor,
  { ref, scope }: { ref: string; scope: Scope },
): Promise<LastChange[]> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const rows = await appDb().execute<{ path: string; n: number; at: string | Date; author: string | null }>(sql`
    select last.path, last.n, r.created_at as at, person.name as author
    from (
      select changed.path, max(r.n) as n, r.record_id, r.scope
      from record join revision r on r.record_id = record.id and r.scope = ${scope}
        cross join unnest(r.changed_paths) changed (path)
      where record.ref = ${ref} and not ${isAside('r')}
      group by changed.path, r.record_id, r.scope
    ) last
    join revision r on r.record_id = last.record_id and r.scope = last.scope and r.n = last.n
    left join person on person.id = r.author
    order by last.path`);
  return [...rows].map(({ path, n, at, author }) => ({ path, n, at: new Date(at).toISOString(), author }));
}
