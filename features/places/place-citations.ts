import { type Citation, textCitations } from '#features/records/citations.ts';
import { sourcesOf } from '#features/records/fact-evidence.ts';
import type { TextBlock } from '#features/records/published-rich-text.ts';
import type { PublishedPlace } from './queries/find-published-place.ts';

/** Every place of a place's page at which a source is named, in the order of the page. */
export function placeCitations(place: PublishedPlace, blocks: readonly TextBlock[]): Citation[] {
  return [
    ...place.populations.flatMap((population) =>
      populationSources(place, population).map((sourceId) => ({ sourceId, at: `population-${population.id}` })),
    ),
    ...textCitations(blocks),
  ];
}

/** The sources of a figure. */
export function populationSources(
  place: PublishedPlace,
  { id, sourceId }: PublishedPlace['populations'][number],
): string[] {
  return sourcesOf(place, { path: `population.${id}`, sourceId });
}
