import { type SQL, sql } from 'drizzle-orm';
import type { Facet, PartnershipQuestion } from '../list-question.ts';

/** A question with its address parts turned into ids; of a record that is not there none is left. */
export type ResolvedQuestion = Pick<PartnershipQuestion, 'chosen' | 'from' | 'to'>;

/** Who was not checked for so long may have changed. */
const CHECKED_YEARS = 2;

/**
 * What a partnership `p` has to meet, as a condition of a query over `partnership p`.
 *
 * @param day - the calendar day whose statuses count, `YYYY-MM-DD`
 * @param without - a filter that is left out, to count what its other values would give
 */
export function conditionFor({ chosen, from, to }: ResolvedQuestion, day: string, without?: Facet): SQL {
  const parts = FILTERS.flatMap(([facet, filter]) =>
    facet === without || chosen[facet].length === 0 ? [] : [filter(listOf(chosen[facet]), day)],
  );
  if (from !== null) parts.push(sql`p.since >= ${String(from)}`);
  if (to !== null) parts.push(sql`p.since < ${String(to + 1)}`);
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

/** No accepted claim of it was checked within two years. */
export function needsCheck(day: string): SQL {
  const since = `${String(Number(day.slice(0, 4)) - CHECKED_YEARS)}${day.slice(4)}`;
  return sql`not exists (select 1 from claim c where c.record_id = p.id and c.accepted and c.checked_on >= ${since})`;
}

/** The status of a partnership `p` on a day, as a condition on a row `s` of its course. */
export function isStatusOf(day: string): SQL {
  return sql`s.partnership_id = p.id and s.from_day <= ${day} and (s.until_day is null or s.until_day > ${day})`;
}

type Filter = (values: SQL, day: string) => SQL;

const FILTERS: readonly (readonly [Facet, Filter])[] = [
  ['type', (values) => sql`p.type = any(${values})`],
  [
    'status',
    (values, day) =>
      sql`exists (select 1 from partnership_status s where ${isStatusOf(day)} and s.status = any(${values}))`,
  ],
  ['theme', (values) => linked(sql`partnership_theme`, sql`theme_id`, values)],
  ['programme', (values) => linked(sql`partnership_programme`, sql`programme_id`, values)],
  ['place', (values) => linked(sql`partnership_party`, sql`place_id`, values)],
  ['organisation', (values) => linked(sql`partnership_party`, sql`organisation_id`, values)],
  [
    'country',
    (values) => sql`exists (select 1 from partnership_party y left join place l on l.id = y.place_id
      left join organisation o on o.id = y.organisation_id
      where y.partnership_id = p.id and coalesce(l.country, o.country) = any(${values}))`,
  ],
  [
    'language',
    (values) =>
      sql`exists (select 1 from partnership_text t where t.partnership_id = p.id and t.locale = any(${values}))`,
  ],
  ['check', (_values, day) => needsCheck(day)],
];

function linked(table: SQL, column: SQL, values: SQL): SQL {
  return sql`exists (select 1 from ${table} x where x.partnership_id = p.id and x.${column}::text = any(${values}))`;
}

function listOf(values: readonly string[]): SQL {
  return sql`string_to_array(${values.join(' ')}, ' ')`;
}
