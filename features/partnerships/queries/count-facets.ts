import { type SQL, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';
import { createCountsOfAll } from '../internal/counts-of-all.ts';
import { conditionFor, isStatusOf, needsCheck, type ResolvedQuestion } from '../internal/list-conditions.ts';
import { type Facet, FACETS, NOTHING_ASKED } from '../list-question.ts';

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

/** The most values of a filter; of a longer one the most frequent, and those that are chosen. */
const VALUES_MAX = 40;

interface Row extends Record<string, unknown> {
  facet: Facet;
  value: string;
  count: number;
  names: FacetValue['names'] | null;
}

const countsOfAll = createCountsOfAll<FacetCounts>();

/** Filters whose values are words: all that there are are counted, whichever are chosen. */
const OF_WORDS: readonly Facet[] = ['type', 'status', 'country', 'language', 'check'];

/**
 * Counts what each value of each filter would leave. What everything leaves is counted once between two releases.
 *
 * @param day - the calendar day whose statuses count, `YYYY-MM-DD`
 * @param met - how many partnerships meet the question
 */
export async function countFacets(
  question: ResolvedQuestion,
  { locale, day, met }: { locale: Locale; day: string; met: number },
): Promise<FacetCounts> {
  const everything = await countsOfAll(locale, day, () => countParts(FACETS, NOTHING_ASKED, { locale, day }));
  // Each partnership has one type. A filter that all of them meet leaves everything.
  if (met === everything.type.reduce((sum, { count }) => sum + count, 0)) return everything;
  const open = OF_WORDS.find((facet) => leavesAllBut(question, facet));
  const asked = FACETS.filter((facet) => facet !== open);
  const counts = await countParts(asked, question, { locale, day });
  return open === undefined ? counts : { ...counts, [open]: everything[open] };
}

/** Whether nothing narrows the list, one filter left aside. */
function leavesAllBut({ chosen, from, to }: ResolvedQuestion, aside: Facet): boolean {
  return from === null && to === null && FACETS.every((facet) => facet === aside || chosen[facet].length === 0);
}

async function countParts(
  asked: readonly Facet[],
  question: ResolvedQuestion,
  { locale, day }: { locale: Locale; day: string },
): Promise<FacetCounts> {
  const sets = asked.map((facet) => setFor(facet, question));
  const own = sets.filter((set) => set !== ALL);
  const parts = asked.map((facet, at) => countIn(facet, sql.raw(sets[at] ?? ALL), { question, locale, day }));
  const narrowed = own.map(
    (name) => sql`, ${sql.raw(name)} as materialized
      (select p.id, p.type from partnership p where ${conditionFor(question, day, facetOf(name))})`,
  );
  const rows = await publicDb().execute<Row>(sql`
    with ${sql.raw(ALL)} as materialized (select p.id, p.type from partnership p where ${conditionFor(question, day)})
    ${sql.join(narrowed, sql``)}
    ${sql.join(parts, sql` union all `)}`);
  return asCounts(
    FACETS.map((facet) => [
      facet,
      [...rows]
        .filter((row) => row.facet === facet)
        .map(({ value, count, names }) => ({ value, count, names: names ?? {} })),
    ]),
  );
}

const ALL = 'met_all';

/** A filter in which something is chosen counts among what the other filters leave. */
function setFor(facet: Facet, { chosen }: ResolvedQuestion): string {
  return chosen[facet].length === 0 ? ALL : `met_but_${facet}`;
}

function facetOf(set: string): Facet | undefined {
  return FACETS.find((facet) => set === `met_but_${facet}`);
}

interface Counting {
  question: ResolvedQuestion;
  locale: Locale;
  day: string;
}

function countIn(facet: Facet, set: SQL, { question, locale, day }: Counting): SQL {
  const chosen = sql`string_to_array(${question.chosen[facet].join(' ')}, ' ')`;
  switch (facet) {
    case 'type':
      return plain(facet, sql`select p.type as value from ${set} p`);
    case 'status':
      return plain(facet, sql`select s.status as value from ${set} p join partnership_status s on ${isStatusOf(day)}`);
    case 'language':
      return plain(
        facet,
        sql`select t.locale as value from ${set} p join partnership_text t on t.partnership_id = p.id`,
      );
    case 'check':
      return plain(facet, sql`select 'needed' as value from ${set} p where ${needsCheck(day)}`);
    case 'country':
      return plain(
        facet,
        sql`select distinct p.id, coalesce(l.country, o.country) as value from ${set} p
          join partnership_party y on y.partnership_id = p.id left join place l on l.id = y.place_id
          left join organisation o on o.id = y.organisation_id where coalesce(l.country, o.country) is not null`,
      );
    case 'place':
    case 'organisation':
      return ofRecords(facet, { set, chosen, locale, links: sql`partnership_party` });
    default:
      return ofRecords(facet, { set, chosen, locale, links: sql.raw(`partnership_${facet}`) });
  }
}

function plain(facet: Facet, rows: SQL): SQL {
  return sql`(select ${facet} as facet, value, count(*)::int as count, null::jsonb as names from (${rows}) v
    group by value order by count desc, value limit 260)`;
}

interface Linked {
  set: SQL;
  links: SQL;
  chosen: SQL;
  locale: Locale;
}

/** Counts first and names afterwards, so that only the names of what is shown are read. */
function ofRecords(
  facet: 'organisation' | 'place' | 'programme' | 'theme',
  { set, links, chosen, locale }: Linked,
): SQL {
  const [table, text, id] = [sql.raw(facet), sql.raw(`${facet}_text`), sql.raw(`${facet}_id`)];
  const languages = sql.join(
    FALLBACK[locale].map((language) => sql`${language}`),
    sql`, `,
  );
  return sql`(select ${facet} as facet, r.slug as value, top.count, (
      select jsonb_object_agg(t.locale, t.title) from ${text} t where t.${id} = r.id and t.locale in (${languages})) as names
    from (
      select x.${id} as id, count(distinct p.id)::int as count, x.${id}::text = any(${chosen}) as is_chosen
      from ${set} p join ${links} x on x.partnership_id = p.id where x.${id} is not null
      group by 1, 3 order by 3 desc, 2 desc, 1 limit ${VALUES_MAX}
    ) top join ${table} r on r.id = top.id order by top.count desc, r.slug)`;
}

/** Every filter was counted, so every key is there. */
function asCounts(counted: [Facet, FacetValue[]][]): FacetCounts {
  return Object.fromEntries(counted) as FacetCounts;
}
