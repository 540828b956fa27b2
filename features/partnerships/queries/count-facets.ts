import { type SQL, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';
import { getListIndex } from '../internal/keep-list-index.ts';
import type { ResolvedQuestion } from '../internal/list-index.ts';
import { byFacet, type Facet } from '../list-question.ts';

/** A value of a filter. */
export interface FacetValue {
  /** As an address names it: a word of the vocabulary, an address part, a country code in capitals, a language. */
  value: string;
  /** The name of a record by language; empty where the value is a word of the vocabulary. */
  names: Partial<Record<Locale, string>>;
  /** How many partnerships it would leave, the other filters as they are. */
  count: number;
}

/** The values of each filter, the most frequent first. */
export type FacetCounts = Record<Facet, FacetValue[]>;

/** The most records of a filter; of a longer one the most frequent, and those that are chosen. */
const RECORDS_MAX = 40;

/** The filters whose values are records. */
const OF_RECORDS = ['theme', 'place', 'programme', 'organisation'] as const;

type OfRecords = (typeof OF_RECORDS)[number];

/**
 * Counts what each value of each filter would leave.
 *
 * @param day - the calendar day whose statuses count, `YYYY-MM-DD`
 */
export async function countFacets(
  question: ResolvedQuestion,
  { locale, day }: { locale: Locale; day: string },
): Promise<FacetCounts> {
  const counts = (await getListIndex(day)).count(question);
  const records = new Map(
    OF_RECORDS.map((facet) => [facet, mostFrequent(counts[facet], new Set(question.chosen[facet]))]),
  );
  const names = await listNames(records, locale);
  return byFacet((facet) => {
    const own = isOfRecords(facet)
      ? (records.get(facet) ?? []).flatMap(([id, count]) => asRecordValue(names.get(id), count))
      : [...counts[facet]].map(([value, count]) => ({ value, names: {}, count }));
    return own.toSorted(byFrequency);
  });
}

function isOfRecords(facet: Facet): facet is OfRecords {
  return OF_RECORDS.some((one) => one === facet);
}

function asRecordValue(named: Named | undefined, count: number): FacetValue[] {
  return named === undefined ? [] : [{ value: named.slug, names: named.names ?? {}, count }];
}

function byFrequency(one: FacetValue, other: FacetValue): number {
  return other.count - one.count || (one.value < other.value ? -1 : 1);
}

/** Thousands of places are sorted by their numbers alone first, which costs a tenth. */
function mostFrequent(counts: ReadonlyMap<string, number>, chosen: ReadonlySet<string>): [string, number][] {
  const least = Uint32Array.from(counts.values()).toSorted().at(-RECORDS_MAX) ?? 0;
  return [...counts]
    .filter(([id, count]) => count >= least || chosen.has(id))
    .toSorted(
      ([one, oneCount], [other, otherCount]) =>
        Number(chosen.has(other)) - Number(chosen.has(one)) || otherCount - oneCount || (one < other ? -1 : 1),
    )
    .slice(0, RECORDS_MAX);
}

interface Named extends Record<string, unknown> {
  id: string;
  slug: string;
  names: FacetValue['names'] | null;
}

/** Only what is offered is named. */
async function listNames(
  records: ReadonlyMap<OfRecords, readonly (readonly [string, number])[]>,
  locale: Locale,
): Promise<Map<string, Named>> {
  const languages = listOf(FALLBACK[locale]);
  const parts = OF_RECORDS.map((facet) => {
    const [table, text, owner] = [sql.raw(facet), sql.raw(`${facet}_text`), sql.raw(`${facet}_id`)];
    const ids = listOf((records.get(facet) ?? []).map(([id]) => id));
    return sql`select r.id, r.slug, (
      select jsonb_object_agg(t.locale, t.title) from ${text} t where t.${owner} = r.id and t.locale = any(${languages})) as names
      from ${table} r where r.id = any(${ids}::uuid[])`;
  });
  const rows = await publicDb().execute<Named>(sql.join(parts, sql` union all `));
  return new Map([...rows].map((row) => [row.id, row]));
}

function listOf(values: readonly string[]): SQL {
  return sql`string_to_array(${values.join(' ')}, ' ')`;
}
