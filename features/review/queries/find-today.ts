import { isAdministrator } from '#features/accounts/policy.ts';
import { type ExpiringGrant, listExpiringGrants } from '#features/accounts/queries/list-expiring-grants.ts';
import { type FailedSignIns, listFailedSignIns } from '#features/accounts/queries/list-failed-sign-ins.ts';
import { mayMindJobs } from '#features/jobs/policy.ts';
import { type FailedJob, listFailedJobs } from '#features/jobs/queries/list-failed-jobs.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import { mayCreate } from '#features/records/policy.ts';
import { type ListedPlan, listPlans } from '#features/records/queries/list-plans.ts';
import type { Locale } from '#i18n/locales.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { countReview, type WaitingReview } from './count-review.ts';
import { findLastWorked, type LastWorked } from './find-last-worked.ts';
import { listRisks, type RiskPage } from './list-risks.ts';
import { isWorkOf, listWork, WORK_LISTS, type WorkItem, type WorkList } from './list-work.ts';

/** What somebody with these rights should know today; `null` for what is no matter of theirs. */
export interface Today {
  last: LastWorked | null;
  work: { list: WorkList; items: WorkItem[] }[];
  review: WaitingReview[];
  /** The first of each risk. */
  risks: RiskPage | null;
  planned: ListedPlan[];
  failedJobs: FailedJob[] | null;
  failedSignIns: FailedSignIns[] | null;
  expiringGrants: ExpiringGrant[] | null;
}

/** A card says what is most pressing; the rest is a list of its own. */
export const TODAY_MOST = 5;

/**
 * The first page of the desk, by the rights of whoever looks.
 *
 * @throws Problem `forbidden`: it is for staff
 */
export async function findToday(actor: PersonActor, { locale, now }: { locale: Locale; now: Date }): Promise<Today> {
  const most = TODAY_MOST;
  const day = siteDayOf(now);
  const own = WORK_LISTS.filter((list) => isWorkOf(actor, list, day));
  const [last, work, review, risks, planned, failedJobs, failedSignIns, expiringGrants] = await Promise.all([
    findLastWorked(actor, locale),
    Promise.all(own.map(async (list) => ({ list, items: await listWork(actor, { list, locale, most, day }) }))),
    countReview(actor, day),
    mayCreate(actor) ? listRisks(actor, { locale, day, most, isEach: true }) : null,
    listPlans(actor, { locale }),
    mayMindJobs(actor) ? listFailedJobs(actor, { most }) : null,
    isAdministrator(actor) ? listFailedSignIns(actor, { now, most }) : null,
    isAdministrator(actor) ? listExpiringGrants(actor, { now, most }) : null,
  ]);
  return { last, work, review, risks, planned, failedJobs, failedSignIns, expiringGrants };
}
