import { isPlainObject } from './plain-object.ts';
import { BLOCKS_MAX, type RichTextMark, richTextMarkSchema, TABLE_COLUMNS_MAX, TABLE_ROWS_MAX } from './rich-text.ts';

/** A run of text with everything that may be drawn of it. */
export interface TextRun {
  text: string;
  bold: boolean;
  /** An `http`, `https` or `mailto` address, or a path of this site without language prefix. */
  href: string | null;
  /** The language of a foreign run. */
  lang: string | null;
  /** The sources named behind the run. */
  sourceIds: string[];
  /** Tells the run apart within the text, for anchors. */
  at: string;
}

/** A block of text with everything that may be drawn of it. */
export type TextBlock =
  | { kind: 'paragraph' | 'quotation'; id: string; runs: TextRun[] }
  | { kind: 'heading'; id: string; level: 2 | 3 | 4; runs: TextRun[] }
  | { kind: 'list'; id: string; ordered: boolean; items: TextRun[][] }
  | { kind: 'table'; id: string; head: TextRun[][]; rows: TextRun[][][] };

const RUNS_MAX = 2000;
const BLOCK_ID = /^[a-z0-9][a-z0-9-]{0,39}$/u;
const DIRECTION_SIGNS = /[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * What may be drawn of a stored text. It was checked when it was saved, and still nothing of it is trusted here: what is
 * not on the list of blocks and marks is left out, the words of a run with an unknown mark stay.
 *
 * @param document - as it comes from the database
 */
export function readPublishedText(document: unknown): TextBlock[] {
  if (!isPlainObject(document) || document['type'] !== 'doc') return [];
  return listOf(document['content'], BLOCKS_MAX).flatMap((node, at) => readBlock(node, at));
}

/** The words of a block in their order. */
export function runsOf(block: TextBlock): TextRun[] {
  if (block.kind === 'list') return block.items.flat();
  return block.kind === 'table' ? [...block.head, ...block.rows.flat()].flat() : block.runs;
}

/** The sources that a text names, in its order, each with the run that names it. */
export function mentionsIn(blocks: readonly TextBlock[]): { sourceId: string; at: string }[] {
  return blocks
    .flatMap((block) => runsOf(block))
    .flatMap(({ sourceIds, at }) => sourceIds.map((sourceId) => ({ sourceId, at })));
}

function readBlock(node: unknown, position: number): TextBlock[] {
  if (!isPlainObject(node)) return [];
  const attrs = isPlainObject(node['attrs']) ? node['attrs'] : {};
  const id = readId(attrs['id'], position);
  switch (node['type']) {
    case 'paragraph':
      return [{ kind: 'paragraph', id, runs: readRuns(node['content'], id) }];
    case 'blockquote':
      return [{ kind: 'quotation', id, runs: readRuns(node['content'], id) }];
    case 'heading':
      return [{ kind: 'heading', id, level: readLevel(attrs['level']), runs: readRuns(node['content'], id) }];
    case 'bulletList':
    case 'orderedList':
      return [{ kind: 'list', id, ordered: node['type'] === 'orderedList', items: readItems(node['content'], id) }];
    case 'table':
      return readTable(node['content'], id);
    default:
      return [];
  }
}

function readId(given: unknown, position: number): string {
  return typeof given === 'string' && BLOCK_ID.test(given) ? given : `block-${String(position)}`;
}

/** Every row is as wide as the head, whatever is stored. */
function readTable(content: unknown, id: string): TextBlock[] {
  const rows = listOf(content, TABLE_ROWS_MAX).map((row, number) =>
    listOf(isPlainObject(row) ? row['content'] : null, TABLE_COLUMNS_MAX).map((cell, at) =>
      readRuns(isPlainObject(cell) ? cell['content'] : null, `${id}-${String(number)}-${String(at)}`),
    ),
  );
  const [head = [], ...others] = rows;
  if (head.length === 0) return [];
  return [{ kind: 'table', id, head, rows: others.map((row) => head.map((_, at) => row[at] ?? [])) }];
}

function readItems(content: unknown, id: string): TextRun[][] {
  return listOf(content, BLOCKS_MAX)
    .filter((item) => isPlainObject(item) && item['type'] === 'listItem')
    .map((item, at) => readRuns(isPlainObject(item) ? item['content'] : null, `${id}-${String(at)}`));
}

function readRuns(content: unknown, id: string): TextRun[] {
  const runs = listOf(content, RUNS_MAX).flatMap((node, at) => readRun(node, `${id}-${String(at)}`));
  return runs.map((run, at) => ({ ...run, sourceIds: withoutRepeated(run.sourceIds, runs[at + 1]?.sourceIds) }));
}

function readRun(node: unknown, at: string): TextRun[] {
  if (!isPlainObject(node) || node['type'] !== 'text' || typeof node['text'] !== 'string') return [];
  const marks = listOf(node['marks'], RUNS_MAX).flatMap(readMark);
  return [
    {
      text: node['text'].replaceAll(DIRECTION_SIGNS, ''),
      bold: marks.some(({ type }) => type === 'bold'),
      href: marks.find((mark) => mark.type === 'link')?.attrs.href ?? null,
      lang: marks.find((mark) => mark.type === 'foreign')?.attrs.lang ?? null,
      sourceIds: [...new Set(marks.flatMap((mark) => (mark.type === 'sourceNote' ? [mark.attrs.sourceId] : [])))],
      at,
    },
  ];
}

function readMark(mark: unknown): RichTextMark[] {
  const parsed = richTextMarkSchema.safeParse(mark);
  return parsed.success ? [parsed.data] : [];
}

/** A note that goes on over the next run is drawn once, where it ends. */
function withoutRepeated(sourceIds: string[], next: string[] | undefined): string[] {
  return sourceIds.filter((sourceId) => next?.includes(sourceId) !== true);
}

function readLevel(level: unknown): 2 | 3 | 4 {
  return level === 3 || level === 4 ? level : 2;
}

function listOf(value: unknown, most: number): unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : [];
}
