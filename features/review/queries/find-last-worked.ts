import { sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { auditEvent } from '#db/schema/ledger.ts';
import { record, unit } from '#db/schema/records.ts';
import { type Actor, personIdOf } from '#features/ledger/model.ts';
import type { Scope } from '#features/records/model.ts';
import { type ByLocale, type LocalText, nearestText } from '#i18n/nearest-text.ts';
import { mayReadDrafts } from '#features/records/policy.ts';
import type { Locale } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';

/** Where somebody wrote last. */
export interface LastWorked {
  ref: string;
  scope: Scope;
  title: LocalText | null;
  at: Date;
}

/**
 * Where somebody wrote last and may go on.
 *
 * @returns `null` for somebody who wrote nothing yet, or whose last record is gone
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function findLastWorked(actor: Actor, locale: Locale): Promise<LastWorked | null> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const [row] = await appDb().execute<{ ref: string; scope: Scope; titles: ByLocale | null; at: string }>(sql`
    with last as (
      select e.subject_id, e.scope, e.at from ${auditEvent} e
      where e.actor_id = ${personIdOf(actor)} and e.outcome = 'done'
        and e.action in ('record.autosave', 'record.create', 'record.save') and e.scope is not null
      order by e.id desc limit 1
    )
    select r.ref, last.scope, to_char(last.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
      (select jsonb_object_agg(n.scope, n.content ->> 'title') from ${unit} n
        where n.record_id = r.id and n.content ? 'title') as titles
    from last join ${record} r on r.id = last.subject_id and r.deleted_at is null`);
  if (row === undefined) return null;
  const { ref, scope, titles, at } = row;
  return { ref, scope, at: new Date(at), title: nearestText(titles ?? {}, locale) };
}
