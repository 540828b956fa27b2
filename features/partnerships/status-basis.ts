import { compareDays, firstDayOf, lastDayOf } from '#features/records/partial-date.ts';
import type { PartnershipStatus } from '#features/vocabulary/model.ts';
import {
  beginningOf,
  type StatusAgreement,
  type StatusDecision,
  type StatusFacts,
  type StatusMilestone,
  statusOn,
} from './model.ts';

/** One of the facts that a status rests on, with the id by which its sources are found. */
type Identified<T> = T & { id: string };

/** What the status is computed from, as the public sees it. */
export interface IdentifiedFacts extends StatusFacts {
  agreements: readonly Identified<StatusAgreement>[];
  decisions: readonly Identified<StatusDecision>[];
  milestones: readonly Identified<StatusMilestone>[];
}

/**
 * Why a partnership has its status: the one fact that decides, and the date that matters in it.
 *
 * - `decided`: a decision; `date` is its day
 * - `ended`: the last agreement to end; `date` is its end
 * - `untilDate`: an agreement in force; `date` is its end
 * - `withoutEnd`: an agreement without a known end; `date` is its beginning, or `null`
 * - `ahead`: an agreement that begins on `date`
 * - `activity`: a dated event; `date` is its (last) day
 * - `nothing`: no fact says anything
 */
export interface StatusBasis {
  status: PartnershipStatus;
  reason: 'activity' | 'ahead' | 'decided' | 'ended' | 'nothing' | 'untilDate' | 'withoutEnd';
  date: string | null;
  /** Where the deciding fact stands in the record, such as `agreements.a1`; `null` for `nothing`. */
  path: string | null;
}

/**
 * The status of a partnership on a day with the fact it rests on, so that no page says "active" without saying why.
 *
 * @param day - a calendar day in the site's time zone, `YYYY-MM-DD`
 */
export function statusBasisOn(day: string, facts: IdentifiedFacts): StatusBasis {
  const status = statusOn(day, facts);
  const found = decidingFact(status, day, facts);
  return found === null ? { status, reason: 'nothing', date: null, path: null } : { status, ...found };
}

type Found = Pick<StatusBasis, 'date' | 'path' | 'reason'>;

function decidingFact(status: PartnershipStatus, day: string, facts: IdentifiedFacts): Found | null {
  switch (status) {
    case 'dormant':
    case 'ended':
    case 'suspended':
      return latestDecision(status, day, facts);
    case 'expired':
      return lastEnd(facts.agreements);
    case 'planned':
      return firstBeginning(facts.agreements);
    case 'active':
      return agreementInForce(day, facts.agreements) ?? latestActivity(day, facts);
    default:
      return null;
  }
}

function latestDecision(
  status: PartnershipStatus,
  day: string,
  { agreements, decisions }: IdentifiedFacts,
): Found | null {
  const terminations = agreements
    .filter(({ kind }) => kind === 'termination' && status === 'ended')
    .map((agreement) => ({ date: beginningOf(agreement), path: `agreements.${agreement.id}` }));
  const taken = decisions
    .filter((decision) => decision.status === status)
    .map(({ id, decidedOn }) => ({ date: decidedOn, path: `decisions.${id}` }));
  const past = [...terminations, ...taken].filter(({ date }) => firstDayOf(date ?? '') <= day);
  const latest = latestOf(past, ({ date }) => lastDayOf(date ?? ''));
  return latest === null ? null : { reason: 'decided', ...latest };
}

function lastEnd(agreements: readonly Identified<StatusAgreement>[]): Found | null {
  const last = latestOf(signed(agreements), ({ inForceUntil }) => lastDayOf(inForceUntil ?? ''));
  return last === null ? null : { reason: 'ended', date: last.inForceUntil ?? null, path: `agreements.${last.id}` };
}

function firstBeginning(agreements: readonly Identified<StatusAgreement>[]): Found | null {
  const [first] = signed(agreements).toSorted((a, b) => compareDays(dayOf(beginningOf(a)), dayOf(beginningOf(b))));
  return first === undefined ? null : { reason: 'ahead', date: beginningOf(first), path: `agreements.${first.id}` };
}

/** The one that lasts longest; without a known end it outlasts all others, and of these the oldest says most. */
function agreementInForce(day: string, agreements: readonly Identified<StatusAgreement>[]): Found | null {
  const inForce = signed(agreements).filter((agreement) => {
    const begun = dayOf(beginningOf(agreement)) <= day;
    return begun && (!agreement.inForceUntil || lastDayOf(agreement.inForceUntil) >= day);
  });
  const open = inForce.filter(({ inForceUntil }) => !inForceUntil);
  const [oldest] = open.toSorted((a, b) => compareDays(dayOf(beginningOf(a)), dayOf(beginningOf(b))));
  if (oldest !== undefined) {
    return { reason: 'withoutEnd', date: beginningOf(oldest), path: `agreements.${oldest.id}` };
  }
  const longest = latestOf(inForce, ({ inForceUntil }) => lastDayOf(inForceUntil ?? ''));
  if (longest === null) return null;
  return { reason: 'untilDate', date: longest.inForceUntil ?? null, path: `agreements.${longest.id}` };
}

function latestActivity(day: string, { decisions, milestones }: IdentifiedFacts): Found | null {
  const events = milestones.map(({ id, date, dateEnd }) => ({
    begin: date,
    date: dateEnd ?? date,
    path: `milestones.${id}`,
  }));
  const resumptions = decisions
    .filter(({ status }) => status === 'active')
    .map(({ id, decidedOn }) => ({ begin: decidedOn, date: decidedOn, path: `decisions.${id}` }));
  const past = [...events, ...resumptions].filter(({ begin }) => begin && firstDayOf(begin) <= day);
  const latest = latestOf(past, ({ date }) => lastDayOf(date ?? ''));
  return latest === null ? null : { reason: 'activity', date: latest.date ?? null, path: latest.path };
}

function signed(agreements: readonly Identified<StatusAgreement>[]): Identified<StatusAgreement>[] {
  return agreements.filter(({ kind }) => kind !== 'termination');
}

function dayOf(date: string | null): string {
  return date === null ? '' : firstDayOf(date);
}

/** Of two with the same day the later in the list, as `statusOn` decides. */
function latestOf<T>(list: readonly T[], dayOfItem: (item: T) => string): T | null {
  return list.reduce<T | null>(
    (best, next) => (best === null || dayOfItem(next) >= dayOfItem(best) ? next : best),
    null,
  );
}
