import { expect, test } from 'vitest';
import type { ListedAutosave, ListedRevision } from '#features/records/queries/list-revisions.ts';
import { groupTimeline } from './timeline.ts';

const revision = (n: number, author: string, at: string): ListedRevision => ({
  n,
  author,
  kind: 'save',
  createdAt: new Date(at),
  changedPaths: [],
  minor: false,
  note: null,
  isAside: false,
  content: {},
  before: {},
});
const autosave = (n: number, author: string, session: string): ListedAutosave => ({
  n,
  author,
  session,
  createdAt: new Date('2026-11-25T10:00:00Z'),
});

test('revisions stand by day and person in their order, and the autosaves of one form are one line', () => {
  const groups = groupTimeline({
    revisions: [
      revision(9, 'ليلى', '2026-11-25T23:30:00Z'),
      revision(8, 'ليلى', '2026-11-25T11:00:00Z'),
      revision(4, 'عمر', '2026-11-25T09:00:00Z'),
    ],
    autosaves: [autosave(7, 'ليلى', 'b'), autosave(6, 'ليلى', 'a'), autosave(5, 'ليلى', 'a'), autosave(3, 'عمر', 'c')],
  });
  const shown = groups.map(({ author, entries }) => [
    author,
    ...entries.map((entry) =>
      'revision' in entry ? entry.revision.n : entry.folded.autosaves.map(({ n }) => `~${String(n)}`).join(''),
    ),
  ]);
  // Half past eleven in the evening is the next day in Berlin.
  expect(shown).toEqual([
    ['ليلى', 9],
    ['ليلى', 8, '~7', '~6~5'],
    ['عمر', 4, '~3'],
  ]);
});

test('autosaves on both sides of a save are two lines', () => {
  const groups = groupTimeline({
    revisions: [revision(2, 'ليلى', '2026-11-25T10:00:00Z')],
    autosaves: [autosave(3, 'ليلى', 'a'), autosave(1, 'ليلى', 'a')],
  });
  expect(groups.flatMap(({ entries }) => entries)).toHaveLength(3);
});
