import type { Actor } from '#features/ledger/model.ts';
import type { PagePlace } from '#features/records/list-cursor.ts';
import { AT_START, inOwnOrder } from '#features/views/list-place.ts';
import { LIST_PAGE_SIZE, type Question } from '#features/views/model.ts';
import { countGroups } from '#features/views/queries/count-groups.ts';
import { listRecords, type ListWish } from '#features/views/queries/list-records.ts';
import { PLAIN } from '#features/views/question.ts';
import type { Times } from './measure.ts';

/** How long a page of 50 may take. */
const LIST_P95_MS_MAX = 150;

const ACTOR: Actor = { kind: 'system', reason: 'bench:desk' };
const WISH: Omit<ListWish, 'place'> = { kind: 'partnership', locale: 'ar', day: '2026-11-25', size: LIST_PAGE_SIZE };
const DEEP_PAGES = 40;

/** What is asked of a list, in which round. */
interface Ask {
  round: number;
  /** A place 40 pages on. */
  deep: PagePlace;
}

type Attempt = (ask: Ask) => Promise<unknown>;

/** Each kind of list by its name in the report. */
export const LISTS: Readonly<Record<string, Attempt>> = {
  'list, first page': async () => page(PLAIN, AT_START),
  'list, page 40': async ({ deep }) => page(PLAIN, deep),
  'list, search': async ({ round }) => page({ ...PLAIN, search: `مولَّد ${String(round)}` }, AT_START),
  'list, by title': async () => page({ ...PLAIN, sort: { key: 'title', order: 'asc' } }, AT_START),
  'list, three conditions': async () =>
    page({ ...PLAIN, bar: [state('ar.published'), state('en.missing'), { field: 'country', value: 'DE' }] }, AT_START),
  'list, two groups': async () =>
    page(
      {
        ...PLAIN,
        match: 'any',
        groups: [
          { match: 'any', conditions: [state('de.draft'), state('de.outdated')] },
          { match: 'all', conditions: [state('facts.published'), { field: 'type', value: 'twinning' }] },
        ],
      },
      AT_START,
    ),
  'list, counted by country': async () => countGroups(ACTOR, PLAIN, { ...WISH, grouping: 'country' }),
};

/** @returns a place 40 pages into the plain list */
export async function findDeepPlace(): Promise<PagePlace> {
  let place: PagePlace = AT_START;
  for (let at = 1; at < DEEP_PAGES; at += 1) {
    const { next } = await page(PLAIN, place);
    if (next === null) break;
    place = { after: inOwnOrder(PLAIN.sort, next), before: null };
  }
  return place;
}

/** Asks for one of the lists. */
export async function listOf(name: string, ask: Ask): Promise<void> {
  await LISTS[name]?.(ask);
}

/** Prints whether the slowest list met the bar, and says so. */
export function reportLists(all: Readonly<Record<string, Times>>): boolean {
  const slowest = Math.max(...Object.keys(LISTS).map((name) => all[name]?.p95 ?? Infinity));
  const isMet = slowest <= LIST_P95_MS_MAX;
  console.log(
    `list of 50 p95 ${slowest.toFixed(1)} ms, bar ${String(LIST_P95_MS_MAX)} ms: ${isMet ? 'met' : 'NOT met'}`,
  );
  return isMet;
}

function state(value: string): { field: 'state'; value: string } {
  return { field: 'state', value };
}

async function page(question: Question, place: PagePlace) {
  return listRecords(ACTOR, question, { ...WISH, place });
}
