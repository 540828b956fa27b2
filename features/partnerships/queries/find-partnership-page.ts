import { type Cursor, cutPage } from '#features/records/list-cursor.ts';
import type { Locale } from '#i18n/locales.ts';
import { getListIndex } from '../internal/keep-list-index.ts';
import { resolveQuestion } from '../internal/resolve-question.ts';
import type { ResolvedQuestion } from '../internal/list-index.ts';
import type { PartnershipQuestion } from '../list-question.ts';
import { type ListedPartnership, listPublishedPartnerships } from './list-published-partnerships.ts';

/** One page of the list of partnerships. */
export interface PartnershipPage {
  partnerships: ListedPartnership[];
  /** All that meet the question. */
  total: number;
  next: Cursor | null;
  previous: Cursor | null;
  /** The question as far as it means something: what names no record is left out. */
  resolved: ResolvedQuestion;
  /** What was asked and means nothing. */
  ignored: readonly string[];
}

/**
 * One page of the partnerships that meet a question.
 *
 * @param day - the calendar day whose statuses count, `YYYY-MM-DD`
 * @param size - how many at most
 */
export async function findPartnershipPage(
  question: PartnershipQuestion,
  { locale, day, size }: { locale: Locale; day: string; size: number },
): Promise<PartnershipPage> {
  const { resolved, unknown } = await resolveQuestion(question);
  const { sort, after, before } = question;
  const index = await getListIndex(day);
  const { rows, total } = index.page(resolved, { sort, locale, after, before, limit: size + 1 });
  const { shown, ...ways } = cutPage(rows, question, { size, cursorOf: (row) => row });
  const listed = await listPublishedPartnerships(locale, { ids: shown.map(({ id }) => id) });
  const byId = new Map(listed.map((one) => [one.id, one]));
  return {
    partnerships: shown.flatMap(({ id }) => byId.get(id) ?? []),
    total,
    ...ways,
    resolved,
    ignored: [...question.ignored, ...unknown],
  };
}
