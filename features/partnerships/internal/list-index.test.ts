import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byFacet, type Facet, FACETS, NOTHING_ASKED, PARTNERSHIP_SORTS } from '../list-question.ts';
import { type IndexedRow, indexRows, type ResolvedQuestion } from './list-index.ts';

const WORDS = ['a', 'b', 'c', 'd'];
const values = fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength: 3 });
const byFacetOf = <T>(one: fc.Arbitrary<T>) =>
  fc
    .tuple(...FACETS.map(() => one))
    .map((made) => byFacet((facet) => made[FACETS.indexOf(facet)] ?? made[0]))
    .filter((made): made is Record<Facet, T> => FACETS.every((facet) => made[facet] !== undefined));

const rows = fc
  .array(
    fc.record({
      since: fc.option(fc.constantFrom('1990', '1990-05', '2001-02-03', '2020')),
      changed: fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03'),
      titles: fc.record({ ar: fc.constantFrom('إزمير', 'بوسان', 'القاهرة') }),
      values: byFacetOf(values),
    }),
    { maxLength: 12 },
  )
  .map((made) => made.map((row, at): IndexedRow => ({ ...row, id: `id-${String(at).padStart(2, '0')}` })));

const question: fc.Arbitrary<ResolvedQuestion> = fc.record({
  chosen: byFacetOf(fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: values })),
  from: fc.option(fc.integer({ min: 1985, max: 2025 })),
  to: fc.option(fc.integer({ min: 1985, max: 2025 })),
});

/** What meets a question, said row by row and filter by filter. */
function meets(row: IndexedRow, { chosen, from, to }: ResolvedQuestion, aside?: Facet): boolean {
  const year = row.since === null ? null : Number(row.since.slice(0, 4));
  if (from !== null && (year === null || year < from)) return false;
  if (to !== null && (year === null || year > to)) return false;
  return FACETS.every(
    (facet) =>
      facet === aside || chosen[facet].length === 0 || row.values[facet].some((value) => chosen[facet].includes(value)),
  );
}

describe('the index of the list', () => {
  test('counts of each value what it would leave, the other filters as they are', () => {
    fc.assert(
      fc.property(rows, question, (all, asked) => {
        const counts = indexRows(all).count(asked);
        for (const facet of FACETS) {
          const left = all.filter((row) => meets(row, asked, facet)).flatMap((row) => row.values[facet]);
          const expected = new Map<string, number>();
          for (const value of left) expected.set(value, (expected.get(value) ?? 0) + 1);
          expect(counts[facet]).toEqual(expected);
        }
      }),
    );
  });

  test('read page by page, forwards and back, gives what meets the question, each once', () => {
    fc.assert(
      fc.property(
        rows,
        question,
        fc.constantFrom(...PARTNERSHIP_SORTS),
        fc.integer({ min: 1, max: 4 }),
        (all, asked, sort, limit) => {
          const index = indexRows(all);
          const wanted = { sort, locale: 'ar' as const, limit, after: null, before: null };
          const whole = index.page(asked, { ...wanted, limit: 100 }).rows;
          const expected = all.filter((row) => meets(row, asked)).map(({ id }) => id);
          expect(whole.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
          for (let at = 0; at < whole.length; at += limit) {
            const after = whole[at - 1] ?? null;
            expect(index.page(asked, { ...wanted, after }).rows).toEqual(whole.slice(at, at + limit));
            const back = index.page(asked, { ...wanted, before: whole[at] ?? null }).rows;
            expect(back).toEqual(whole.slice(Math.max(0, at - limit), at).toReversed());
          }
        },
      ),
    );
  });

  test('goes on behind what has moved or gone meanwhile', () => {
    const row = (id: string, changed: string): IndexedRow => ({
      id,
      since: null,
      changed,
      titles: {},
      values: byFacet(() => []),
    });
    const index = indexRows([row('x', '2026-01-03'), row('z', '2026-01-01')]);
    const gone = { key: '2026-01-02', id: 'y' };
    const wanted = { sort: 'changed', locale: 'ar', limit: 5 } as const;
    expect(index.page(NOTHING_ASKED, { ...wanted, after: gone, before: null }).rows.map(({ id }) => id)).toEqual(['z']);
    expect(index.page(NOTHING_ASKED, { ...wanted, after: null, before: gone }).rows.map(({ id }) => id)).toEqual(['x']);
  });
});
