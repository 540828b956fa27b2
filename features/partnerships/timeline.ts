import { compareDays, firstDayOf } from '#features/records/partial-date.ts';
import { beginningOf } from './model.ts';
import type { IdentifiedFacts } from './status-basis.ts';

/** What happened, or what was agreed to happen, on the way of a partnership. */
export interface TimelineItem {
  kind: 'agreement' | 'decision' | 'milestone' | 'termEnd';
  id: string;
  /** Where the fact stands in the record, such as `milestones.m2`. */
  path: string;
  /** A partial date; `null` where none is known. */
  date: string | null;
  dateEnd: string | null;
  /** The kind of agreement or milestone, or the status that was decided. */
  word: string;
  /** Whether it lies after the day it is looked at. */
  isAhead: boolean;
}

/**
 * The course of a partnership from its agreements, their ends, decisions and milestones, the earliest first; what has no
 * date comes last.
 *
 * @param day - the calendar day it is looked at, `YYYY-MM-DD`
 */
export function timelineOf(day: string, { agreements, decisions, milestones }: TimelineFacts): TimelineItem[] {
  const items: Omit<TimelineItem, 'isAhead'>[] = [
    ...agreements.map((agreement) =>
      itemOf('agreement', agreement, { date: beginningOf(agreement), word: agreement.kind }),
    ),
    ...agreements.map((agreement) =>
      itemOf('termEnd', agreement, { date: agreement.inForceUntil, word: agreement.kind }),
    ),
    ...decisions.map((one) => itemOf('decision', one, { date: one.decidedOn, word: one.status })),
    ...milestones.map((one) => itemOf('milestone', one, { date: one.date, dateEnd: one.dateEnd, word: one.kind })),
  ];
  return items
    .filter(({ kind, date }) => kind !== 'termEnd' || date !== null)
    .map((item) => ({ ...item, isAhead: item.date !== null && firstDayOf(item.date) > day }))
    .toSorted((a, b) => compareDays(orderOf(a), orderOf(b)));
}

interface TimelineFacts extends IdentifiedFacts {
  milestones: readonly (IdentifiedFacts['milestones'][number] & { kind: string })[];
}

const LISTS = {
  agreement: 'agreements',
  decision: 'decisions',
  milestone: 'milestones',
  termEnd: 'agreements',
} as const;

function itemOf(
  kind: TimelineItem['kind'],
  { id }: { id: string },
  given: { date?: string | null | undefined; dateEnd?: string | null | undefined; word: string },
): Omit<TimelineItem, 'isAhead'> {
  const { date = null, dateEnd = null, word } = given;
  return { kind, id, path: `${LISTS[kind]}.${id}`, date, dateEnd, word };
}

/** The end of a term counts as the last moment of its date, so it stands behind everything else of that date. */
function orderOf({ date, kind }: Pick<TimelineItem, 'date' | 'kind'>): string {
  return date === null ? '9' : `${firstDayOf(date)} ${kind === 'termEnd' ? '1' : '0'}`;
}
