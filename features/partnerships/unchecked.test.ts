import { expect, test } from 'vitest';
import type { Evidence } from '#features/records/fact-evidence.ts';
import type { PublishedClaim, PublishedSource } from '#features/records/queries/published-evidence.ts';
import { isUnchecked } from './unchecked.ts';

const SOURCE: PublishedSource = {
  id: 's1',
  url: null,
  publisher: 'An open list',
  title: null,
  language: null,
  publishedOn: null,
  retrievedOn: '2026-11-01',
  kind: 'dataset',
};
const CLAIM: PublishedClaim = {
  id: 'c1',
  path: 'type',
  field: null,
  value: 'twinning',
  sourceId: 's1',
  side: null,
  retrievedOn: null,
  checkedOn: null,
  accepted: true,
  note: null,
  noteLanguage: null,
};
const IMPORTED: Evidence = { sources: [SOURCE], claims: [CLAIM] };
const UNKNOWN = { status: 'unknown', reason: 'nothing', date: null, path: null } as const;

test('what came from a data set and was never looked at is unchecked', () => {
  expect(isUnchecked(IMPORTED, UNKNOWN)).toBe(true);
});

test.each([
  ['a claim that somebody checked', { ...IMPORTED, claims: [{ ...CLAIM, checkedOn: '2026-11-20' }] }, UNKNOWN],
  ['a source of another kind', { ...IMPORTED, sources: [SOURCE, { ...SOURCE, kind: 'official' }] }, UNKNOWN],
  ['no source at all', { sources: [], claims: [] }, UNKNOWN],
  ['a known status', IMPORTED, { ...UNKNOWN, status: 'active' }],
] as const)('not so: %s', (_why, evidence, basis) => {
  expect(isUnchecked(evidence, basis)).toBe(false);
});
