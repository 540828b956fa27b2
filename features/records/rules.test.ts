import { expect, test } from 'vitest';
import { findEndBeforeStart, findEvidenceBreaches, findFutureDates } from './rules.ts';

const today = '2026-11-25';

test.each([
  ['2026-11-25', 0],
  ['2026-11-26', 1],
  ['2026-11', 0],
  ['2026', 0],
  ['2027', 1],
  ['2026-12', 1],
  ['no date', 0],
])('%s lies in the future: %i', (date, count) => {
  expect(findFutureDates({ signedOn: date }, ['signedOn'], { today })).toHaveLength(count);
});

test('a date in the future is named with its item', () => {
  expect(findFutureDates({ signedOn: '2030' }, ['signedOn'], { prefix: 'agreements.2.', today })).toEqual([
    { path: 'agreements.2.signedOn', reason: 'dateFuture', blocks: 'save' },
  ]);
});

test.each([
  ['2023-05-04', '2023-05-03', 1],
  ['2023-05-04', '2023-05-04', 0],
  ['2023-05-04', '2023-05', 0],
  ['2023-05', '2023', 0],
  ['2023-05', '2022', 1],
  ['2023', '2023-01-01', 0],
])('from %s until %s: %i', (from, until, count) => {
  expect(findEndBeforeStart({ from, until }, ['from', 'until'])).toHaveLength(count);
});

test('nobody has read or checked a source tomorrow', () => {
  const facts = {
    sources: [
      { id: 's1', retrievedOn: '2026-11-25' },
      { id: 's2', publishedOn: '2026-11-26' },
    ],
    claims: [{ id: 'c1', checkedOn: '2027' }],
  };
  expect(findEvidenceBreaches(facts, today).map(({ path }) => path)).toEqual([
    'sources.1.publishedOn',
    'claims.0.checkedOn',
  ]);
});
