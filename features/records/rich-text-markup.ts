import { v7 as uuidv7 } from 'uuid';
import type { RichText, RichTextBlock, RichTextMark, RichTextRun } from './rich-text.ts';

/**
 * Rich text as plain lines that can be typed in any form, and back without loss.
 *
 * Blocks are parted by empty lines. `## ` and `### ` begin a heading, `- ` and `1. ` a list item, `> ` a quotation;
 * `**bold**`, `[text](address)`, `{en:Smart Green City}` for a foreign run, `[^s1]` behind words for a source. A block ends
 * with its stable name as `{#id}`; new blocks have none and get one.
 */
export function writeMarkup(document: RichText): string {
  return document.content.map((block) => `${writeBlock(block)} {#${block.attrs.id}}`).join('\n\n');
}

/** The document that markup describes. Never fails: what is no mark is text. */
export function readMarkup(markup: string): RichText | undefined {
  const chunks = markup
    .replaceAll(/\r\n?/gu, '\n')
    .split(/\n{2,}/u)
    .map((chunk) => chunk.trim())
    .filter((chunk) => chunk !== '');
  if (chunks.length === 0) return undefined;
  const used = new Set<string>();
  return { type: 'doc', content: chunks.flatMap((chunk) => readBlock(chunk, used)) };
}

function writeBlock(block: RichTextBlock): string {
  switch (block.type) {
    case 'heading':
      return `${'#'.repeat(block.attrs.level)} ${writeRuns(block.content ?? [])}`;
    case 'bulletList':
      return block.content.map((item) => `- ${writeRuns(item.content)}`).join('\n');
    case 'orderedList':
      return block.content.map((item, index) => `${String(index + 1)}. ${writeRuns(item.content)}`).join('\n');
    case 'blockquote':
      return `> ${writeRuns(block.content)}`;
    default:
      return writeRuns(block.content ?? []);
  }
}

function writeRuns(runs: readonly RichTextRun[]): string {
  return runs.map((run) => (run.marks ?? []).reduce(writeMark, escapeText(run.text))).join('');
}

function writeMark(text: string, mark: RichTextMark): string {
  switch (mark.type) {
    case 'bold':
      return `**${text}**`;
    case 'link':
      return `[${text}](${mark.attrs.href})`;
    case 'foreign':
      return `{${mark.attrs.lang}:${text}}`;
    default:
      return `${text}[^${mark.attrs.sourceId}]`;
  }
}

/** Signs that would read as marks get a backslash, and so does the backslash. */
function escapeText(text: string): string {
  return text.replaceAll(/[\\*[\]{}]/gu, String.raw`\$&`).replace(/^(?=#|>|- |\d+\. )/u, '\\');
}

const BLOCK_NAME = /\s*\{#([a-z0-9][a-z0-9-]{0,39})\}\s*$/u;

function readBlock(chunk: string, used: Set<string>): RichTextBlock[] {
  const name = BLOCK_NAME.exec(chunk)?.[1];
  const body = chunk.replace(BLOCK_NAME, '');
  const id = name === undefined || used.has(name) ? newBlockId() : name;
  used.add(id);
  const heading = /^(#{2,4}) +(.*)$/su.exec(body);
  if (heading !== null)
    return [{ type: 'heading', attrs: { id, level: asLevel(heading[1]) }, content: inline(heading[2]) }];
  const lines = body.split('\n');
  if (lines.every((line) => line.startsWith('- '))) return [listOf('bulletList', id, lines)];
  if (lines.every((line) => /^\d+\. /u.test(line))) return [listOf('orderedList', id, lines)];
  if (body.startsWith('> ')) return [{ type: 'blockquote', attrs: { id }, content: inline(body.slice(2)) }];
  return [{ type: 'paragraph', attrs: { id }, content: inline(body) }];
}

function listOf(type: 'bulletList' | 'orderedList', id: string, lines: readonly string[]): RichTextBlock {
  const content = lines.map((line) => ({
    type: 'listItem' as const,
    content: inline(line.replace(/^(?:- |\d+\. )/u, '')),
  }));
  return { type, attrs: { id }, content };
}

function inline(text: string | undefined): RichTextRun[] {
  return readRuns((text ?? '').replaceAll('\n', ' '), []);
}

/** The innermost mark that opens at the earliest place, with what it encloses. */
const MARKED =
  /\\(?<escaped>.)|\*\*(?<bold>(?:\\.|[^\\])+?)\*\*|\[\^(?<note>[a-z][a-z0-9-]*)\]|\[(?<label>(?:\\.|[^\\\]])+)\]\((?<href>[^\s()]+)\)|\{(?<lang>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*):(?<foreign>(?:\\.|[^\\}])+)\}/su;

function readRuns(text: string, marks: readonly RichTextMark[]): RichTextRun[] {
  const runs: RichTextRun[] = [];
  let rest = text;
  for (let match = MARKED.exec(rest); match !== null; match = MARKED.exec(rest)) {
    push(runs, rest.slice(0, match.index), marks);
    addMarked(runs, match.groups ?? {}, marks);
    rest = rest.slice(match.index + match[0].length);
  }
  push(runs, rest, marks);
  return runs;
}

function addMarked(
  runs: RichTextRun[],
  found: Record<string, string | undefined>,
  marks: readonly RichTextMark[],
): void {
  const { escaped, bold, note, label, href, lang, foreign } = found;
  if (escaped !== undefined) push(runs, escaped, marks);
  else if (bold !== undefined) runs.push(...readRuns(bold, [{ type: 'bold' }, ...marks]));
  else if (note !== undefined) markLast(runs, { type: 'sourceNote', attrs: { sourceId: note } });
  else if (label !== undefined && href !== undefined) {
    runs.push(...readRuns(label, [{ type: 'link', attrs: { href } }, ...marks]));
  } else if (foreign !== undefined && lang !== undefined) {
    runs.push(...readRuns(foreign, [{ type: 'foreign', attrs: { lang } }, ...marks]));
  }
}

/** A source note belongs to the words before it. */
function markLast(runs: RichTextRun[], note: RichTextMark): void {
  const last = runs.at(-1);
  if (last === undefined) return;
  runs[runs.length - 1] = { ...last, marks: [...(last.marks ?? []), note] };
}

function push(runs: RichTextRun[], text: string, marks: readonly RichTextMark[]): void {
  if (text === '') return;
  const last = runs.at(-1);
  if (last !== undefined && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) last.text += text;
  else runs.push(marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: [...marks] });
}

function asLevel(signs: string | undefined): 2 | 3 | 4 {
  if (signs === '####') return 4;
  return signs === '###' ? 3 : 2;
}

function newBlockId(): string {
  return `b${uuidv7().replaceAll('-', '').slice(4, 24)}`;
}
