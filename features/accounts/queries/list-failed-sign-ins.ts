import { sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { auditEvent } from '#db/schema/ledger.ts';
import { person } from '#db/schema/accounts.ts';
import type { Actor } from '#features/ledger/model.ts';
import { Problem } from '#platform/problem.ts';
import { minutesAfter } from '../model.ts';
import { isAdministrator } from '../policy.ts';

/** Failed sign-ins to one account within the last day. */
export interface FailedSignIns {
  /** `null` for addresses that no account has: those are counted together. */
  name: string | null;
  failures: number;
  lastAt: Date;
}

const DAY_MINUTES = 24 * 60;
/** The trail is read from its end in portions, until one reaches further back than a day. */
const PORTION = 5000;

/**
 * Who could not sign in within the last day, the most often tried first. Which address was tried is kept nowhere.
 *
 * @throws Problem `forbidden`: this is for administrators
 */
export async function listFailedSignIns(
  actor: Actor,
  { now, most }: { now: Date; most: number },
): Promise<FailedSignIns[]> {
  if (!isAdministrator(actor)) throw new Problem('forbidden');
  const since = minutesAfter(now, -DAY_MINUTES);
  const from = await firstSince(since);
  const rows = await appDb().execute<{ name: string | null; failures: number; last: string }>(sql`
    select p.name, count(*)::int as failures,
      to_char(max(e.at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as last
    from ${auditEvent} e left join ${person} p on p.id = e.subject_id
    where e.actor_id is null and e.id > ${from} and e.action = 'session.open' and e.outcome = 'refused'
      and e.at >= ${since.toISOString()}::timestamptz
    group by p.id, p.name order by failures desc, last desc limit ${most}`);
  return rows.map(({ name, failures, last }) => ({ name, failures, lastAt: new Date(last) }));
}

/** The trail has no order by time but the one in which it was written: the last line of which all later ones are younger. */
async function firstSince(since: Date): Promise<number> {
  let before = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const [row] = await appDb().execute<{ lowest: number | null; at: string | null }>(sql`
      select portion.id::float8 as lowest, to_char(portion.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
      from ${auditEvent} portion where portion.actor_id is null and portion.id < ${before}
      order by portion.id desc offset ${PORTION - 1} limit 1`);
    if (row === undefined || row.lowest === null || row.at === null) return 0;
    if (new Date(row.at) < since) return row.lowest;
    before = row.lowest;
  }
}
