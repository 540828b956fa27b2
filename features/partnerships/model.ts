import { compareDays, firstDayOf, lastDayOf } from '#features/records/partial-date.ts';
import type { PartnershipStatus } from '#features/vocabulary/model.ts';

/** What the status of a partnership needs to know of an agreement; dates carry their precision. */
export interface StatusAgreement {
  kind: string;
  signedOn?: string | null | undefined;
  inForceFrom?: string | null | undefined;
  /** `null` where no end is known or none was agreed. */
  inForceUntil?: string | null | undefined;
}

/** A decision on the status; `active` resumes a relation that was dormant, suspended or ended. */
export interface StatusDecision {
  status: string;
  decidedOn: string;
}

/** A dated event of the relation. */
export interface StatusMilestone {
  date?: string | null | undefined;
  dateEnd?: string | null | undefined;
}

/** Everything that the status of a partnership is computed from: accepted claims only. */
export interface StatusFacts {
  agreements: readonly StatusAgreement[];
  /** In the order of the record; of two decisions that end on one day the later in the list wins. */
  decisions: readonly StatusDecision[];
  milestones: readonly StatusMilestone[];
}

const ACTIVITY_YEARS = 2;

/**
 * Whether a partnership is alive on a day.
 *
 * @param day - a calendar day in the site's time zone, `YYYY-MM-DD`
 * @remarks A day, month or year counts to its last moment: an agreement until `2025-12` is in force on 31 December. What
 * begins, begins with the first moment that its date can mean. A termination is a decision to end, whoever entered it as
 * an agreement.
 */
export function statusOn(day: string, facts: StatusFacts): PartnershipStatus {
  const decided = latestDecision(day, facts);
  if (decided !== null && decided !== 'active') return decided;
  return statusOfAgreements(day, facts.agreements) ?? (hasActivity(day, facts) ? 'active' : 'unknown');
}

/**
 * The next day on which the status becomes another one without anybody changing anything.
 *
 * @param day - a calendar day in the site's time zone, `YYYY-MM-DD`
 * @returns `null` where time alone changes nothing any more
 */
export function nextChangeOn(day: string, facts: StatusFacts): string | null {
  const today = statusOn(day, facts);
  const days = [...new Set(turningDays(facts))].filter((candidate) => candidate > day).toSorted();
  return days.find((candidate) => statusOn(candidate, facts) !== today) ?? null;
}

/** A status and the first day on which it is in force; it lasts until the next one. */
export interface StatusSpan {
  from: string;
  status: PartnershipStatus;
}

/** Before every day that a date can name. */
const BEGINNING = '0001-01-01';

/** The whole course of the status, past and to come, as far as is known now: for each day `statusOn` says the same. */
export function statusSpans(facts: StatusFacts): StatusSpan[] {
  const spans: StatusSpan[] = [];
  for (let day: string | null = BEGINNING; day !== null; day = nextChangeOn(day, facts)) {
    spans.push({ from: day, status: statusOn(day, facts) });
  }
  return spans;
}

/**
 * The earliest date of an agreement, as precisely as it is known.
 *
 * @returns `null` where no agreement has a date
 */
export function sinceOf(agreements: readonly StatusAgreement[]): string | null {
  const dates = agreements
    .filter((agreement) => agreement.kind !== 'termination')
    .flatMap((agreement) => agreement.signedOn ?? agreement.inForceFrom ?? []);
  return dates.toSorted((a, b) => compareDays(firstDayOf(a), firstDayOf(b)) || b.length - a.length)[0] ?? null;
}

type DecidedStatus = 'active' | 'dormant' | 'ended' | 'suspended';

function latestDecision(day: string, { agreements, decisions }: StatusFacts): DecidedStatus | null {
  const terminations = agreements
    .filter((agreement) => agreement.kind === 'termination')
    .map((agreement) => ({ status: 'ended', decidedOn: beginningOf(agreement) ?? '' }));
  const taken = [...terminations, ...decisions].filter((decision) => firstDayOf(decision.decidedOn) <= day);
  const latest = taken.reduce<StatusDecision | null>(
    (best, next) => (best === null || lastDayOf(next.decidedOn) >= lastDayOf(best.decidedOn) ? next : best),
    null,
  );
  return latest === null ? null : asDecidedStatus(latest.status);
}

function asDecidedStatus(status: string): DecidedStatus | null {
  return (['active', 'dormant', 'ended', 'suspended'] as const).find((known) => known === status) ?? null;
}

/** What the agreements alone say; `null` where there are none, or where some have ended and the others not begun. */
function statusOfAgreements(day: string, all: readonly StatusAgreement[]): PartnershipStatus | null {
  const agreements = all.filter((agreement) => agreement.kind !== 'termination');
  if (agreements.length === 0) return null;
  if (agreements.some((agreement) => !hasEnded(day, agreement) && hasBegun(day, agreement))) return 'active';
  if (agreements.every((agreement) => hasEnded(day, agreement))) return 'expired';
  return agreements.every((agreement) => !hasBegun(day, agreement)) ? 'planned' : null;
}

function hasBegun(day: string, agreement: StatusAgreement): boolean {
  const beginning = beginningOf(agreement);
  return beginning === null || firstDayOf(beginning) <= day;
}

function hasEnded(day: string, { inForceUntil }: StatusAgreement): boolean {
  return typeof inForceUntil === 'string' && lastDayOf(inForceUntil) < day;
}

/**
 * When an agreement begins, as precisely as it is known.
 *
 * @returns `null` where it carries no date; it then counts as begun, since somebody recorded it as agreed
 */
export function beginningOf({ inForceFrom, signedOn }: StatusAgreement): string | null {
  return inForceFrom ?? signedOn ?? null;
}

/** A resumption is an activity as well: it shows life where no agreement says so. */
function hasActivity(day: string, { decisions, milestones }: StatusFacts): boolean {
  const resumptions = decisions
    .filter(({ status }) => status === 'active')
    .map(({ decidedOn }) => ({ date: decidedOn }));
  return [...milestones, ...resumptions].some(({ date, dateEnd = null }: StatusMilestone) => {
    if (typeof date !== 'string' || firstDayOf(date) > day) return false;
    return day <= activeUntil(lastDayOf(dateEnd ?? date));
  });
}

/** 24 months later; 29 February of a common year is a text that sorts where it should, before 1 March. */
function activeUntil(lastDay: string): string {
  return `${String(Number(lastDay.slice(0, 4)) + ACTIVITY_YEARS).padStart(4, '0')}${lastDay.slice(4)}`;
}

function turningDays({ agreements, decisions, milestones }: StatusFacts): string[] {
  const activities = [...milestones, ...decisions.map(({ decidedOn }) => ({ date: decidedOn }))];
  return [
    ...agreements.flatMap((agreement) => firstDays(beginningOf(agreement))),
    ...agreements.flatMap(({ inForceUntil }) => (inForceUntil ? [dayAfter(lastDayOf(inForceUntil))] : [])),
    ...activities.flatMap(({ date, dateEnd }: StatusMilestone) =>
      date ? [firstDayOf(date), dayAfter(activeUntil(lastDayOf(dateEnd ?? date)))] : [],
    ),
  ];
}

function firstDays(date: string | null): string[] {
  return date === null ? [] : [firstDayOf(date)];
}

/** Reads `2026-02-29` as the calendar does, as 1 March, hence steps back to a day that exists first. */
function dayAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1, Math.min(date, lastOfMonth) + 1)).toISOString().slice(0, 10);
}
