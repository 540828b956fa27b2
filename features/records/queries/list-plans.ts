import { sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import type { Actor } from '#features/ledger/model.ts';
import type { Locale } from '#i18n/locales.ts';
import { isPlanTimeZone, type PlanTimeZone, SITE_TIME_ZONE } from '#i18n/time-zone.ts';
import { Problem } from '#platform/problem.ts';
import { type KindName, PLAN_JOB, type PlanDeed, type Scope } from '../model.ts';
import { mayReadDrafts } from '../policy.ts';

/** Something that is planned for one unit. */
export interface ListedPlan {
  recordId: string;
  ref: string;
  kind: KindName;
  title: string | null;
  titleLocale: Locale;
  scope: Scope;
  deed: PlanDeed;
  at: Date;
  /** By whose clock it was planned. */
  zone: PlanTimeZone;
  isFailed: boolean;
  /** Why it failed: the code of a refusal, or `null` for a failure of the system. */
  reason: string | null;
}

const PLANS_MAX = 300;

/**
 * What is planned, the next first, with what failed at its time and still waits for a person.
 *
 * @param asked - `recordId`: of one record only; `locale`: in which language titles are wanted
 * @throws Problem `forbidden`: plans are for the staff
 */
export async function listPlans(
  actor: Actor,
  { recordId, locale }: { recordId?: string; locale: Locale },
): Promise<ListedPlan[]> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const ofRecord = recordId === undefined ? sql`true` : sql`record.id = ${recordId}`;
  const rows = await appDb().execute<PlanRow>(sql`
    select record.id as "recordId", record.ref, record.kind, planned.scope, planned.deed,
      to_char(planned.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
      title.title, coalesce(title.scope, record.source_locale) as "titleLocale", job.payload ->> 'zone' as zone,
      job.failed_at is not null as "isFailed", job.last_error as reason
    from (
      select record_id, scope, 'release' as deed, ${PLAN_JOB.release} as job, scheduled_for as at
        from unit where scheduled_for is not null
      union all
      select record_id, scope, 'withdraw', ${PLAN_JOB.withdraw}, withdraw_for
        from unit where withdraw_for is not null
    ) planned
    join record on record.id = planned.record_id and record.deleted_at is null
    left join lateral (
      select job.payload, job.failed_at, job.last_error from job
      where job.kind = planned.job and job.unique_key = planned.record_id || '/' || planned.scope
      order by job.created_at desc, job.id desc limit 1
    ) job on true
    left join lateral (
      select unit.scope, unit.content ->> 'title' as title from unit
      where unit.record_id = record.id and unit.scope <> 'facts' and unit.content ->> 'title' <> ''
      order by unit.scope = ${locale} desc, unit.scope = record.source_locale desc limit 1
    ) title on true
    where ${ofRecord}
    order by planned.at, record.ref, array_position(array['facts', 'ar', 'de', 'en'], planned.scope)
    limit ${PLANS_MAX}
  `);
  return rows.map(({ at, zone, reason, ...row }) => ({
    ...row,
    at: new Date(at),
    zone: zone !== null && isPlanTimeZone(zone) ? zone : SITE_TIME_ZONE,
    reason: reason === null || reason.includes(' ') ? null : reason,
  }));
}

/** The checks on the columns guarantee the names. */
interface PlanRow extends Omit<ListedPlan, 'at' | 'zone'>, Record<string, unknown> {
  at: string;
  zone: string | null;
}
