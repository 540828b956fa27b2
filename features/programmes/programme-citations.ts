import { type Citation, textCitations } from '#features/records/citations.ts';
import { sourcesOf } from '#features/records/fact-evidence.ts';
import type { TextBlock } from '#features/records/published-rich-text.ts';
import type { PublishedProgramme } from './queries/find-published-programme.ts';

/** Every place of a programme's page at which a source is named, in the order of the page. */
export function programmeCitations(programme: PublishedProgramme, blocks: readonly TextBlock[]): Citation[] {
  return [...periodSources(programme).map((sourceId) => ({ sourceId, at: 'period' })), ...textCitations(blocks)];
}

/** The sources of its beginning and end, each once. */
export function periodSources(programme: PublishedProgramme): string[] {
  const paths = ['startedOn', 'endedOn'];
  return [...new Set(paths.flatMap((path) => sourcesOf(programme, { path })))];
}
