import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { closeDatabase, publicDb } from '#db/client.ts';
import { indexDue } from '#features/search/keep-index.ts';
import { findRecords } from '#features/search/queries/find-records.ts';
import { listSuggestions } from '#features/search/queries/list-suggestions.ts';
import { readPartnershipQuestion } from '#features/partnerships/list-question.ts';
import { countFacets } from '#features/partnerships/queries/count-facets.ts';
import { findPartnershipPage } from '#features/partnerships/queries/find-partnership-page.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { listRivals, type Rival } from './search-rivals.ts';
import { timeInTurn, type Times, type Work } from './measure.ts';

/** Measures the search on the database of DATABASE_URL, which `bench-search.ts` has filled. */
const ROUNDS = 235;
const SEARCH_P95_MS_MAX = 50;
const SUGGEST_P95_MS_MAX = 25;
/** A reader looks no further. */
const LOOK = 20;
/** As the pages ask. */
const GROUP_SIZE = 5;
const SUGGESTED = 8;

const cases = z
  .array(z.object({ group: z.string(), query: z.string(), finds: z.array(z.string()), never: z.array(z.string()) }))
  .parse(JSON.parse(readFileSync(new URL('../../tests/search/arabic-cases.json', import.meta.url), 'utf8')));

const began = performance.now();
let records = 0;
for (;;) {
  const looked = await indexDue();
  if (looked === 0) break;
  records += looked;
}
console.log(`${String(records)} records indexed in ${((performance.now() - began) / 1000).toFixed(1)} s`);

/** What readers narrow the list by, from nearly nothing to nearly everything. */
const QUESTIONS: readonly Record<string, string>[] = [
  { country: 'de' },
  { country: 'tr', type: 'twinning' },
  { type: 'friendship' },
  { status: 'unknown' },
  { status: 'active', sort: 'title' },
  { from: '1990', to: '1999' },
  { from: '2000', country: 'fr', sort: 'oldest' },
  { language: 'de' },
  { theme: 'energy' },
  { place: 'bremen' },
  { check: 'needed' },
];

const register: Rival = {
  name: 'this search',
  find: async (query) => {
    const { hits } = await findRecords(query, { locale: 'ar', limit: LOOK });
    return hits.map(({ slug }) => slug);
  },
};
const [ilike, fullText] = listRivals(publicDb());
for (const rival of [register, ilike, fullText]) if (rival !== undefined) await judge(rival);

const works: Record<string, Work> = {
  'search, groups': (round) =>
    ready(async () => findRecords(queryAt(round), { locale: 'ar', limit: LOOK, perKind: GROUP_SIZE })),
  'search, one kind and language': (round) =>
    ready(async () => findRecords(queryAt(round), { locale: 'ar', limit: LOOK, type: 'partnership', language: 'ar' })),
  'search for a word in all partnerships': () =>
    ready(async () => findRecords('توأمة', { locale: 'ar', limit: LOOK, perKind: GROUP_SIZE })),
  'suggestions, one letter': (round) =>
    ready(async () => listSuggestions([...queryAt(round)].slice(0, 1).join(''), 'ar', SUGGESTED)),
  'suggestions, three letters': (round) =>
    ready(async () => listSuggestions([...queryAt(round)].slice(0, 3).join(''), 'ar', SUGGESTED)),
  'suggestions, whole question': (round) => ready(async () => listSuggestions(queryAt(round), 'ar', SUGGESTED)),
  ...Object.fromEntries(
    QUESTIONS.map((asked): [string, Work] => [
      `filtered list, ${new URLSearchParams(asked).toString()}`,
      () => ready(async () => readList(asked)),
    ]),
  ),
  ILIKE: (round) => ready(async () => ilike?.find(queryAt(round), LOOK)),
  'Postgres full text, arabic': (round) => ready(async () => fullText?.find(queryAt(round), LOOK)),
  'select 1': () => ready(async () => publicDb().execute(sql`select 1`)),
};
await timeInTurn(20, works);
report(await timeInTurn(ROUNDS, works));
await closeDatabase();

/** One page of the list and the counts of its filters, as its page asks for them. */
async function readList(asked: Record<string, string>): Promise<void> {
  const here = { locale: 'ar', day: siteDayOf(new Date()) } as const;
  const { resolved } = await findPartnershipPage(readPartnershipQuestion(asked), { ...here, size: LOOK });
  await countFacets(resolved, here);
}

async function ready(attempt: () => Promise<unknown>) {
  return attempt;
}

function queryAt(round: number): string {
  return cases[round % cases.length]?.query ?? '';
}

/** What one way of searching finds of what it should, and what it should not. */
async function judge({ name, find }: Rival): Promise<void> {
  let [wanted, found, whole, falseHits] = [0, 0, 0, 0];
  const missed: string[] = [];
  for (const { query, finds, never } of cases) {
    const slugs = new Set(await find(query, LOOK));
    const hits = finds.filter((slug) => slugs.has(slug)).length;
    const wrong = never.filter((slug) => slugs.has(slug));
    wanted += finds.length;
    found += hits;
    falseHits += wrong.length;
    if (hits === finds.length && wrong.length === 0) whole += 1;
    else
      missed.push(
        `${query} [${finds.filter((slug) => !slugs.has(slug)).join(' ')}]${wrong.length > 0 ? ` false: ${wrong.join(' ')}` : ''}`,
      );
  }
  const share = ((found / wanted) * 100).toFixed(1);
  console.log(
    `${name}: ${String(whole)} of ${String(cases.length)} cases right, recall ${share} % ` +
      `(${String(found)} of ${String(wanted)} records), ${String(falseHits)} false hits`,
  );
  if (name === register.name) for (const line of missed) console.log(`  not right: ${line}`);
}

function report(times: Record<string, Times>): void {
  for (const [name, { p50, p95 }] of Object.entries(times)) {
    console.log(`${name.padEnd(40)} p50 ${p50.toFixed(1).padStart(6)} ms  p95 ${p95.toFixed(1).padStart(6)} ms`);
  }
  const isSlow = Object.entries(times).some(
    ([name, { p95 }]) =>
      (/^(?:search|filtered)/u.test(name) && p95 > SEARCH_P95_MS_MAX) ||
      (name.startsWith('sugg') && p95 > SUGGEST_P95_MS_MAX),
  );
  if (isSlow) process.exitCode = 1;
}
