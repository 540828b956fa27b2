import type { TextFinding } from '../model.ts';
import type { Message } from './messages.ts';
import { firstMatches, replaced, report } from '../report.ts';

/** Beyond what `trim` takes away: the space of no width. */
const SPACE = /[\s\u200B]/u;

/** White space at the edges, doubled, or lines that the source does not have. */
export function findSpacing(source: Message | null, target: Message): TextFinding[] {
  return [
    ...findEdges(source?.text ?? null, target.text),
    ...findDoubles(source, target),
    ...findLines(source, target),
  ];
}

function findEdges(source: string | null, text: string): TextFinding[] {
  const [start, end] = edgesOf(text);
  // A text of nothing but spaces is empty, which is said already.
  if (start >= end) return [];
  const [sourceStart, sourceEnd] = source === null ? [0, 0] : edgesOf(source);
  const before = source?.slice(0, sourceStart) ?? '';
  const after = source?.slice(Math.max(sourceStart, sourceEnd || source.length)) ?? '';
  const parts = [
    { part: { start: 0, end: start }, wanted: before },
    { part: { start: end, end: text.length }, wanted: after },
  ];
  return parts
    .filter(({ part, wanted }) => text.slice(part.start, part.end) !== wanted)
    .map(({ part, wanted }) => report('space-edge', { range: part, fix: replaced(part, wanted) }));
}

function edgesOf(text: string): [number, number] {
  let start = 0;
  let end = text.length;
  while (start < end && SPACE.test(text.charAt(start))) start += 1;
  while (end > start && SPACE.test(text.charAt(end - 1))) end -= 1;
  return [start, end];
}

function findDoubles(source: Message | null, target: Message): TextFinding[] {
  if (source?.runs.some(({ words }) => / {2}/u.test(words)) === true) return [];
  return target.runs.flatMap((run) =>
    firstMatches(run.words, /(?<=[^\s]) {2,}(?=[^\s])/gu).map(({ 0: found, index }) => {
      const part = { start: index, end: index + found.length };
      return report('space-double', { range: run.rangeOf(part.start, part.end), fix: run.edit(part, ' ') });
    }),
  );
}

function findLines(source: Message | null, target: Message): TextFinding[] {
  const lines = linesOf(target);
  const wanted = source === null ? lines : linesOf(source);
  return lines === wanted ? [] : [report('newline-count', { subject: String(lines), wanted: String(wanted) })];
}

/** Line ends of the text itself; those between the branches of a choice are layout of its author. */
function linesOf({ runs }: Message): number {
  return Math.max(0, ...runs.slice(0, 1000).map(({ words }) => words.trim().split('\n').length - 1));
}
