import { siteDayOf } from '#i18n/time-zone.ts';
import type { ListedAutosave, ListedRevision, RevisionPage } from '#features/records/queries/list-revisions.ts';

/** What was typed in one form without a save, from the newest autosave to the oldest. */
export interface FoldedAutosaves {
  newest: ListedAutosave;
  autosaves: ListedAutosave[];
}

/** One line of the timeline. */
export type TimelineEntry = { revision: ListedRevision } | { folded: FoldedAutosaves };

/** What one person did on one day in a row. */
export interface TimelineGroup {
  key: string;
  at: Date;
  author: string | null;
  entries: TimelineEntry[];
}

/** The history of a unit by day and person, newest first; the autosaves of one form are one line. */
export function groupTimeline({ revisions, autosaves }: RevisionPage): TimelineGroup[] {
  const entries = [
    ...revisions.map((revision) => ({ n: revision.n, own: revision, entry: { revision } })),
    ...foldAutosaves(autosaves, revisions).map((folded) => ({
      n: folded.newest.n,
      own: folded.newest,
      entry: { folded },
    })),
  ].toSorted((one, other) => other.n - one.n);
  const groups: TimelineGroup[] = [];
  for (const { n, own, entry } of entries) {
    const last = groups.at(-1);
    if (last !== undefined && last.author === own.author && siteDayOf(last.at) === siteDayOf(own.createdAt)) {
      last.entries.push(entry);
    } else {
      groups.push({ key: String(n), at: own.createdAt, author: own.author, entries: [entry] });
    }
  }
  return groups;
}

function foldAutosaves(autosaves: readonly ListedAutosave[], revisions: readonly ListedRevision[]): FoldedAutosaves[] {
  const folded: FoldedAutosaves[] = [];
  for (const one of autosaves.toSorted((a, b) => b.n - a.n)) {
    const last = folded.at(-1);
    const isParted = revisions.some(({ n }) => last !== undefined && n > one.n && n < last.newest.n);
    if (last !== undefined && !isParted && last.newest.author === one.author && last.newest.session === one.session) {
      last.autosaves.push(one);
    } else {
      folded.push({ newest: one, autosaves: [one] });
    }
  }
  return folded;
}
