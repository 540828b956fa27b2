import { type Evidence, numberOfSource } from './fact-evidence.ts';
import { mentionsIn, type TextBlock } from './published-rich-text.ts';

/** A place of a page at which a source is named. */
export interface Citation {
  sourceId: string;
  /** Tells the places of a page apart: `type`, `agreements.a1`, `text-p1-3`. */
  at: string;
}

/** What the anchors and marks of a text begin with, so that they meet no other name on the page. */
export const TEXT_PREFIX = 'text-';

/** The places of a text at which a source is named. */
export function textCitations(blocks: readonly TextBlock[]): Citation[] {
  return mentionsIn(blocks).map(({ sourceId, at }) => ({ sourceId, at: `${TEXT_PREFIX}${at}` }));
}

/** The anchor of a source in the list of a page. */
export function sourceAnchor(number: number): string {
  return `source-${String(number)}`;
}

/** The anchor of a mark. */
export function citationId(at: string, number: number): string {
  return `cite-${at.replaceAll('.', '-')}-${String(number)}`;
}

/**
 * Where the list of sources leads back to: the first place at which a source is named.
 *
 * @param citations - in the order of the page
 * @returns `null` where the page names the source nowhere
 */
export function firstCitationOf(
  evidence: Pick<Evidence, 'sources'>,
  citations: readonly Citation[],
  sourceId: string,
): string | null {
  const first = citations.find((citation) => citation.sourceId === sourceId);
  const number = numberOfSource(evidence, sourceId);
  return first === undefined || number === null ? null : citationId(first.at, number);
}
