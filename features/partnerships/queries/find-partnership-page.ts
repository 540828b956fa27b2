import { type SQL, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { partnership, partnershipText } from '#db/schema/partnerships.ts';
import { collated } from '#db/sql/collated.ts';
import { nearestFirst } from '#db/sql/nearest-first.ts';
import { type Cursor, cutPage } from '#features/records/list-cursor.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';
import { conditionFor, type ResolvedQuestion } from '../internal/list-conditions.ts';
import { resolveQuestion } from '../internal/resolve-question.ts';
import type { PartnershipQuestion, PartnershipSort } from '../list-question.ts';
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

interface Place extends Record<string, unknown> {
  id: string;
  key: string;
  total: number;
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
  const { rows, total } = await findPlaces(question, { condition: conditionFor(resolved, day), locale, size });
  const { shown, ...ways } = cutPage(rows, question, { size, cursorOf: ({ key, id }) => ({ key, id }) });
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

interface Wanted {
  condition: SQL;
  locale: Locale;
  size: number;
}

async function findPlaces(
  question: PartnershipQuestion,
  { condition, locale, size }: Wanted,
): Promise<{ rows: Place[]; total: number }> {
  const { order, direction, where } = orderOf(question, locale);
  const key = keyOf(question.sort, locale);
  const rows = await publicDb().execute<Place>(sql`
    with met as materialized (select p.id, ${key} as key from ${partnership} p where ${condition})
    select m.id, m.key, (select count(*)::int from met) as total
    from (select 1) one left join lateral
      (select id, key from met where ${where} order by ${order} ${direction}, id ${direction} limit ${size + 1}) m on true`);
  return { rows: [...rows].filter(({ id }) => id !== null), total: rows[0]?.total ?? 0 };
}

/** The order of a page; one that lies before a place is read backwards. */
function orderOf(
  { sort, after, before }: PartnershipQuestion,
  locale: Locale,
): { order: SQL; direction: SQL; where: SQL } {
  const collate = (text: SQL) => (sort === 'title' ? collated(text, locale) : sql`${text} collate "C"`);
  const isDown = (sort === 'changed' || sort === 'newest') === (before === null);
  const order = collate(sql`key`);
  const cursor = before ?? after;
  const beyond = isDown ? sql`<` : sql`>`;
  return {
    order,
    direction: isDown ? sql`desc` : sql`asc`,
    where:
      cursor === null
        ? sql`true`
        : sql`(${order}, id) ${beyond} (${collate(sql`${cursor.key}::text`)}, ${cursor.id}::uuid)`,
  };
}

/** What a list is sorted by, as a text of `partnership p`. Who has no date comes last, in either order. */
function keyOf(sort: PartnershipSort, locale: Locale): SQL {
  switch (sort) {
    case 'title':
      return sql`(select ${partnershipText.title} from ${partnershipText} where ${partnershipText.partnershipId} = p.id
        order by ${nearestFirst(partnershipText.locale, FALLBACK[locale])} limit 1)`;
    case 'oldest':
      return sql`coalesce(p.since, '9999')`;
    case 'newest':
      return sql`coalesce(p.since, '')`;
    default:
      return sql`to_char(p.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;
  }
}
