import { type Citation, textCitations } from '#features/records/citations.ts';
import { disagreementsIn, otherClaims, sourcesOf } from '#features/records/fact-evidence.ts';
import type { TextBlock } from '#features/records/published-rich-text.ts';
import { sinceOf } from './model.ts';
import type { PublishedPartnership } from './queries/find-published-partnership.ts';
import type { StatusBasis } from './status-basis.ts';
import type { TimelineItem } from './timeline.ts';

const LISTS = ['agreements', 'decisions', 'milestones', 'projects'] as const;

/**
 * The sources of one of the dated facts of a partnership, in the order in which the page numbers them.
 *
 * @param path - such as `agreements.a1`
 * @param field - only sources that speak of this field or of the whole fact
 */
export function sourcesAt(partnership: PublishedPartnership, path: string, field?: string): string[] {
  const [list, id] = path.split('.');
  const known = LISTS.find((name) => name === list);
  const item = known === undefined ? undefined : partnership[known].find((one) => one.id === id);
  return sourcesOf(partnership, { path, field, sourceId: item?.sourceId });
}

/** The sources of the fact that a status rests on. */
export function sourcesOfStatus(partnership: PublishedPartnership, basis: StatusBasis): string[] {
  const at = pathOfStatus(basis);
  return at === null ? [] : sourcesAt(partnership, at.path, at.field);
}

/** Where the fact stands that a status rests on, and the field of it that decides. */
export function pathOfStatus({ path, reason }: StatusBasis): { path: string; field?: string } | null {
  if (path === null) return null;
  return reason === 'ended' || reason === 'untilDate' ? { path, field: 'inForceUntil' } : { path };
}

/** Where the agreement stands with which a partnership began. */
function pathOfBeginning(partnership: PublishedPartnership): { path: string; field: string } | null {
  const first = partnership.agreements.find((agreement) => sinceOf([agreement]) === partnership.since);
  return first === undefined ? null : { path: `agreements.${first.id}`, field: 'signedOn' };
}

/** The sources of the agreement with which a partnership began. */
export function sourcesOfBeginning(partnership: PublishedPartnership): string[] {
  const at = pathOfBeginning(partnership);
  return at === null ? [] : sourcesAt(partnership, at.path, at.field);
}

/** Which field of a fact an entry of the timeline shows. */
export function fieldOfEntry({ kind }: TimelineItem): string | undefined {
  return kind === 'termEnd' ? 'inForceUntil' : undefined;
}

/** Every place of a partnership's page at which a source is named, in the order of the page. */
export function citationsOf(
  partnership: PublishedPartnership,
  { blocks, basis, timeline }: { blocks: readonly TextBlock[]; basis: StatusBasis; timeline: readonly TimelineItem[] },
): Citation[] {
  const at = (place: string, sourceIds: readonly string[]) => sourceIds.map((sourceId) => ({ sourceId, at: place }));
  const others = (path: string) => otherClaims(partnership, path).map(({ sourceId }) => sourceId);
  return [
    ...at('parties', sourcesOf(partnership, { path: 'parties' })),
    ...at('type', sourcesOf(partnership, { path: 'type' })),
    ...at('type-other', others('type')),
    ...at('status', sourcesOfStatus(partnership, basis)),
    ...at('since', sourcesOfBeginning(partnership)),
    ...textCitations(blocks),
    ...timeline.flatMap((item) => [
      ...at(placeOfEntry(item), sourcesAt(partnership, item.path, fieldOfEntry(item))),
      ...at(`${placeOfEntry(item)}-other`, others(item.path)),
    ]),
    ...partnership.parties.flatMap(({ id }) => at(`view-${id}`, sourcesOf(partnership, { path: `parties.${id}` }))),
    ...disagreementsIn(partnership).flatMap(({ shown, others: other }) =>
      [...shown, ...other].flatMap(({ id, sourceId }) => at(`conflict-${id}`, [sourceId])),
    ),
  ];
}

/** Tells an entry of the timeline apart from every other place of the page. */
export function placeOfEntry({ kind, id }: Pick<TimelineItem, 'id' | 'kind'>): string {
  return `${kind}-${id}`;
}
