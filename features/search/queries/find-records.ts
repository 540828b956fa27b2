import { type SQL, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { searchEntry } from '#db/schema/search.ts';
import { localeOf } from '#i18n/nearest-text.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';
import { indexQuery, namesOf, type QueryMeaning, wordsOf } from '../meaning.ts';
import { type Found, type FoundKind, type Hit, QUERY_LENGTH_MAX } from '../model.ts';
import { addCloseWords, findMeaning } from './find-meaning.ts';

/** What is asked of the search beside the words. */
export interface FindingWish {
  locale: Locale;
  type?: FoundKind | undefined;
  /** Only records with a text in this language. */
  language?: Locale | undefined;
  limit: number;
  /** So many hits are left out. */
  offset?: number | undefined;
  /** So many hits of each kind at most, where all kinds are asked for. */
  perKind?: number | undefined;
}

const NOTHING: Found = { hits: [], total: 0, counts: {}, words: [], takenFor: null };

/**
 * Finds published records by words in any of the languages, in any usual spelling.
 *
 * First what holds all words, inflected perhaps; where nothing does, what holds words that look or sound alike, and at last
 * what holds the names, or any of the words.
 *
 * @param query - untrusted; what cannot be searched finds nothing
 */
export async function findRecords(query: string, wish: FindingWish): Promise<Found> {
  if (query.length > QUERY_LENGTH_MAX) return NOTHING;
  const meaning = await findMeaning(query);
  if (meaning === null) return NOTHING;
  const exact = indexQuery(meaning, { isClose: false, isAny: false });
  const found = exact === null ? NOTHING : await findHits({ query: exact, isAny: false }, 'exact', wish);
  if (found.total > 0 || Object.keys(found.counts).length > 0) return { ...found, words: wordsOf(meaning) };
  return findClose({ query, meaning: await addCloseWords(meaning) }, wish);
}

/** All words as they look or sound; of a sentence all its names, then one of them; without names any word. */
async function findClose(
  { query, meaning }: { query: string; meaning: QueryMeaning },
  wish: FindingWish,
): Promise<Found> {
  const names = namesOf(meaning);
  const steps = [
    { part: meaning, isAny: false },
    ...(names === null ? [] : [{ part: names, isAny: false }]),
    ...(meaning.words.length > 1 ? [{ part: names ?? meaning, isAny: true }] : []),
  ];
  for (const { isAny, part } of steps) {
    const close = indexQuery(part, { isClose: true, isAny });
    const found = close === null ? NOTHING : await findHits({ query: close, isAny }, 'close', wish);
    if (Object.keys(found.counts).length > 0) {
      return { ...found, words: wordsOf(part), takenFor: isAny ? query : takenFor(part) };
    }
  }
  return NOTHING;
}

/** The query with each unknown word in the form that comes nearest to it. */
function takenFor({ words }: QueryMeaning): string {
  return words
    .map(({ asked, exact, close, phrases }) => {
      if (exact.length > 0) return asked;
      return close[0] ?? phrases[0]?.map((forms) => forms[0] ?? '').join(' ') ?? asked;
    })
    .join(' ');
}

interface Row extends Record<string, unknown> {
  kind: FoundKind;
  ref: string;
  slug: string;
  texts: Partial<Record<Locale, { title: string; lead?: string }>>;
  score: number;
  counts: Partial<Record<FoundKind, number>>;
}

/** What is looked for, in the language of Postgres; where one word of several is enough, what has more of them comes first. */
interface IndexQuery {
  query: string;
  isAny: boolean;
}

/** Names weigh more than titles and themes, those more than leads, those more than bodies. */
const WEIGHTS = { A: 1, B: 0.4, C: 0.15, D: 0.05 } as const;

/**
 * How much it says that a record holds the words: as much as the heaviest part that has all of them. How often a word stands
 * there, and in how many forms, says nothing: «ريغا وبريمن» is no more about Bremen than «بريمن وإزمير».
 */
function strengthOf({ query, isAny }: IndexQuery): SQL {
  const { A, B, C, D } = WEIGHTS;
  if (isAny) return sql`ts_rank(${`{${[D, C, B, A].join(', ')}}`}::float4[], words, ${query}::tsquery)`;
  const standsIn = (parts: string) => sql`words @@ ${query.replaceAll(/'[^']+'/gu, `$&:${parts}`)}::tsquery`;
  return sql`case when ${standsIn('A')} then ${A}::float8 when ${standsIn('AB')} then ${B}::float8
    when ${standsIn('ABC')} then ${C}::float8 else ${D}::float8 end`;
}

/** Of two that say it equally well the one of which more is known comes first. */
const BEST_FIRST = sql.raw('score desc, size desc, record_id');

async function findHits(asked: IndexQuery, match: Hit['match'], wish: FindingWish): Promise<Found> {
  const { locale, type, language, limit, offset = 0, perKind = Infinity } = wish;
  const spoken = language === undefined ? sql`true` : sql`${language} = any(${searchEntry.locales})`;
  const wanted = type === undefined ? sql`true` : sql`kind = ${type}`;
  const most = Math.min(perKind, limit + offset);
  const rows = await publicDb().execute<Row>(sql`
    with hit as materialized (
      select record_id, kind,
        length(words) as size, ${strengthOf(asked)}
          * case kind when 'place' then 1.0 when 'partnership' then 0.9 else 0.8 end as score
      from ${searchEntry} where words @@ ${asked.query}::tsquery and ${spoken}
    ), placed as (
      select best.* from (select distinct kind from hit where ${wanted}) k
        cross join lateral (select * from hit where hit.kind = k.kind order by ${BEST_FIRST} limit ${most}) best
    ), chosen as (
      select * from placed order by ${BEST_FIRST} limit ${limit} offset ${offset}
    )
    select c.kind, e.ref, e.slug, e.texts, c.score, c.size, c.record_id,
      (select jsonb_object_agg(kind, n) from (select kind, count(*) as n from hit group by kind) by_kind) as counts
    from (select 1) one left join chosen c on true left join ${searchEntry} e on e.record_id = c.record_id
    order by ${BEST_FIRST}`);
  const counts = rows[0]?.counts ?? {};
  const total = type === undefined ? sumOf(counts) : (counts[type] ?? 0);
  // One row without a record carries the counts where the page is beyond the end.
  const hits = [...rows].filter(({ ref }) => ref !== null).map((row) => hitOf(row, { locale, match }));
  return { hits, total, counts, words: [], takenFor: null };
}

function sumOf(counts: Found['counts']): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function hitOf(
  { kind, ref, slug, texts, score }: Row,
  { locale, match }: { locale: Locale; match: Hit['match'] },
): Hit {
  const nearest =
    FALLBACK[locale].find((language) => texts[language] !== undefined) ?? localeOf(Object.keys(texts)[0] ?? '');
  const { title = '', lead = null } = texts[nearest] ?? {};
  return { type: kind, ref, slug, title, lead, textLocale: nearest, match, score: Math.min(1, score) };
}
