import { expect, test } from 'vitest';
import type { Scope, UnitState } from '#features/records/model.ts';
import { type BulkOutcome, type BulkRow, type BulkUnit, countConcerned, planBulk, runBulk } from './bulk.ts';

function unit(scope: Scope, state: UnitState, isPublished = state === 'published'): BulkUnit {
  return { scope, state, headRev: 3, isPublished };
}

function row(ref: string, units: BulkUnit[]): BulkRow {
  return { id: `id-${ref}`, ref, title: ref, titleLocale: 'ar', units };
}

const ROWS = [
  row('P-1', [unit('facts', 'published'), unit('ar', 'draft', true), unit('de', 'in_review')]),
  row('P-2', [unit('facts', 'published'), unit('ar', 'published')]),
  row('P-3', [unit('facts', 'draft')]),
];

test('a release is one call a record, of what is chosen and not before readers yet', () => {
  const { steps, idle } = planBulk('publish', ROWS, ['ar', 'de']);
  expect(steps.map(({ fields }) => fields)).toEqual([
    [
      ['record', 'id-P-1'],
      ['unit', 'ar@3'],
      ['unit', 'de@3'],
    ],
  ]);
  expect(idle.map(({ ref }) => ref)).toEqual(['P-2', 'P-3']);
});

test('handing over and approving are one call a part', () => {
  expect(planBulk('submit', ROWS, ['facts', 'ar']).steps.map(({ row: { ref }, scopes }) => [ref, ...scopes])).toEqual([
    ['P-1', 'ar'],
    ['P-3', 'facts'],
  ]);
  expect(planBulk('approve', ROWS, ['de']).steps.map(({ fields }) => fields)).toEqual([
    [
      ['record', 'id-P-1'],
      ['scope', 'de'],
      ['rev', '3'],
    ],
  ]);
});

test('what is taken from readers is what they see, drafts beside it or not', () => {
  expect(planBulk('unpublish', ROWS, ['ar']).steps.map(({ row: { ref } }) => ref)).toEqual(['P-1', 'P-2']);
  expect(countConcerned('unpublish', ROWS, 'facts')).toBe(2);
});

test('the trash takes whole records', () => {
  expect(planBulk('trash', ROWS, []).steps).toHaveLength(3);
});

test('one that is refused stops no other, and a stop leaves the rest', async () => {
  const { steps } = planBulk('trash', ROWS, []);
  const outcomes: BulkOutcome<string>[] = [];
  await runBulk<string>(steps, {
    perform: async ({ row: { ref } }) => (ref === 'P-1' ? 'refused' : null),
    isStopped: () => outcomes.length === 2,
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  expect(outcomes.map(({ step, refusal }) => [step.row.ref, refusal])).toEqual([
    ['P-1', 'refused'],
    ['P-2', null],
  ]);
});
