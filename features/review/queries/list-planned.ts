import { sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { job } from '#db/schema/jobs.ts';
import { record, unit } from '#db/schema/records.ts';
import type { Actor } from '#features/ledger/model.ts';
import { PLAN_JOB, type Scope } from '#features/records/model.ts';
import { type ByLocale, type LocalText, nearestText } from '#features/records/nearest-text.ts';
import { mayUnpublish } from '#features/records/policy.ts';
import type { Locale } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';

/** A unit that goes before readers by itself. */
export interface PlannedRelease {
  ref: string;
  scope: Scope;
  title: LocalText | null;
  at: Date;
}

/**
 * What is planned to go before readers, the next first.
 *
 * @throws Problem `forbidden`: plans are for publishers
 */
export async function listPlanned(
  actor: Actor,
  { locale, most }: { locale: Locale; most: number },
): Promise<PlannedRelease[]> {
  if (!mayUnpublish(actor)) throw new Problem('forbidden');
  const rows = await appDb().execute<{ ref: string; scope: Scope; titles: ByLocale | null; at: string }>(sql`
    select r.ref, u.scope, to_char(waiting.run_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
      (select jsonb_object_agg(n.scope, n.content ->> 'title') from ${unit} n
        where n.record_id = r.id and n.content ? 'title') as titles
    from ${job} waiting
    join ${record} r on r.id = (waiting.payload ->> 'record')::uuid and r.deleted_at is null
    join ${unit} u on u.record_id = r.id and u.scope = waiting.payload ->> 'scope'
    where waiting.kind = ${PLAN_JOB.release} and waiting.done_at is null and waiting.failed_at is null
    order by waiting.run_at, r.ref, u.scope limit ${most}`);
  return rows.map(({ titles, at, ...row }) => ({ ...row, at: new Date(at), title: nearestText(titles ?? {}, locale) }));
}
