import { isPlainObject } from '../plain-object.ts';

type Json = Record<string, unknown>;

const MARK_ORDER = ['link', 'bold', 'foreign', 'sourceNote'];

/**
 * A rich text in its one form, so that writing it as markup and reading it back changes nothing: neighbouring runs with the
 * same marks are one run, marks stand in a fixed order, a block has no space at its edges, nothing is empty.
 *
 * @param document - untrusted; what is no rich text stays as it is, so that the check can name it
 * @returns `undefined` for a document without words
 */
export function canonicalRichText(document: Json): Json | undefined {
  const { content } = document;
  if (!Array.isArray(content)) return document;
  const blocks = content.map((block: unknown) => canonicalBlock(block)).filter((block) => block !== undefined);
  return blocks.length === 0 ? undefined : { ...document, content: blocks };
}

function canonicalBlock(block: unknown): unknown {
  if (!isPlainObject(block)) return block;
  const { content } = block;
  if (content === undefined) return block['type'] === 'paragraph' || block['type'] === 'heading' ? undefined : block;
  if (!Array.isArray(content)) return block;
  if (block['type'] === 'table') return canonicalTable(block, content);
  const isList = block['type'] === 'bulletList' || block['type'] === 'orderedList';
  const inner = isList ? content.map((item: unknown) => canonicalBlock(item)) : canonicalRuns(content);
  const kept = inner.filter((one) => one !== undefined);
  return kept.length === 0 ? undefined : { ...block, content: kept };
}

/** Empty cells keep their place; a table without words is none. */
function canonicalTable(table: Json, rows: readonly unknown[]): unknown {
  const content = rows.map((row) => mapContent(row, (cell) => mapContent(cell, null)));
  const isEmpty = rows.every((row) => cellsOf(row)?.every((cell) => cellsOf(mapContent(cell, null))?.length === 0));
  return isEmpty ? undefined : { ...table, content };
}

function mapContent(node: unknown, change: ((inner: unknown) => unknown) | null): unknown {
  const content = cellsOf(node);
  if (content === undefined || !isPlainObject(node)) return node;
  return { ...node, content: change === null ? canonicalRuns(content) : content.map(change) };
}

function cellsOf(node: unknown): unknown[] | undefined {
  const content: unknown = isPlainObject(node) ? node['content'] : undefined;
  return Array.isArray(content) ? content : undefined;
}

function canonicalRuns(runs: readonly unknown[]): unknown[] {
  const merged: unknown[] = [];
  for (const run of runs) {
    const next = canonicalRun(run);
    const last = merged.at(-1);
    if (isTextRun(next) && isTextRun(last) && sameMarks(last, next)) {
      merged[merged.length - 1] = { ...last, text: last.text + next.text };
    } else {
      merged.push(next);
    }
  }
  return trimEnd(trimStart(merged));
}

function trimStart(runs: readonly unknown[]): unknown[] {
  const [first, ...rest] = runs;
  if (!isTextRun(first)) return [...runs];
  const text = first.text.trimStart();
  return text === '' ? trimStart(rest) : [{ ...first, text }, ...rest];
}

function trimEnd(runs: readonly unknown[]): unknown[] {
  const last = runs.at(-1);
  if (!isTextRun(last)) return [...runs];
  const text = last.text.trimEnd();
  return text === '' ? trimEnd(runs.slice(0, -1)) : [...runs.slice(0, -1), { ...last, text }];
}

function canonicalRun(run: unknown): unknown {
  if (!isTextRun(run) || !Array.isArray(run.marks)) return run;
  const { marks, ...bare } = run;
  if (marks.length === 0) return bare;
  return { ...bare, marks: marks.toSorted((one: unknown, other: unknown) => rank(one) - rank(other)) };
}

function rank(mark: unknown): number {
  return isPlainObject(mark) ? MARK_ORDER.indexOf(String(mark['type'])) : -1;
}

function sameMarks(one: TextRun, other: TextRun): boolean {
  return JSON.stringify(one.marks ?? []) === JSON.stringify(other.marks ?? []);
}

interface TextRun extends Json {
  text: string;
  marks?: unknown;
}

function isTextRun(run: unknown): run is TextRun {
  return isPlainObject(run) && run['type'] === 'text' && typeof run['text'] === 'string';
}
