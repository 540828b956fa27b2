import { v7 as uuidv7 } from 'uuid';
import { readRuns, writeRuns } from './internal/markup-runs.ts';
import { isTable, readTable, writeTable } from './internal/markup-tables.ts';
import type { RichText, RichTextBlock } from './rich-text.ts';

/**
 * Rich text as plain lines that can be typed in any form, and back without loss.
 *
 * Blocks are parted by empty lines. `## ` and `### ` begin a heading, `- ` and `1. ` a list item, `> ` a quotation, `| ` a
 * row of a table with `|` between its cells, the first row being the head;
 * `**bold**`, `[text](address)`, `{en:Smart Green City}` for a foreign run, `[^s1]` behind words for a source, with
 * `[words][^s1]` for some words of a run; a backslash takes the next sign as it is. A block ends with its stable name as
 * `{#id}`; new blocks have none and get one.
 *
 * @param document - as it is stored
 */
export function writeMarkup(document: RichText): string {
  return document.content.map((block) => writeNamedBlock(block)).join('\n\n');
}

/** One block as `writeMarkup` writes it. */
export function writeNamedBlock(block: RichTextBlock): string {
  return `${writeBlock(block)} {#${block.attrs.id}}`;
}

/** The document that markup describes. Never fails: what is no mark is text. */
export function readMarkup(markup: string): RichText | undefined {
  const chunks = markup
    .replaceAll(/\r\n?/gu, '\n')
    .split(/\n(?:[^\S\n]*\n)+/u)
    .map((chunk) => chunk.trim())
    .filter((chunk) => chunk !== '');
  if (chunks.length === 0) return undefined;
  const used = new Set<string>();
  return { type: 'doc', content: chunks.map((chunk) => readBlock(chunk, used)) };
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
    case 'table':
      return writeTable(block);
    default:
      return writeRuns(block.content ?? []).replace(BLOCK_SIGN, String.raw`\$&`);
  }
}

const BLOCK_SIGN = /^(?:#|>|\||- |\d+\. )/u;
const BLOCK_NAME = /\s*\{#([a-z0-9][a-z0-9-]{0,39})\}\s*$/u;

function readBlock(chunk: string, used: Set<string>): RichTextBlock {
  const name = BLOCK_NAME.exec(chunk)?.[1];
  const body = chunk.replace(BLOCK_NAME, '');
  const id = name === undefined || used.has(name) ? newBlockId() : name;
  used.add(id);
  const heading = /^(#{2,4}) +(.*)$/su.exec(body);
  if (heading !== null) {
    return { type: 'heading', attrs: { id, level: asLevel(heading[1]) }, content: inline(heading[2]) };
  }
  const lines = body.split('\n');
  if (lines.every((line) => line.startsWith('- '))) return listOf('bulletList', id, lines);
  if (lines.every((line) => /^\d+\. /u.test(line))) return listOf('orderedList', id, lines);
  if (isTable(lines)) return readTable(id, lines);
  if (body.startsWith('> ')) return { type: 'blockquote', attrs: { id }, content: inline(withoutQuoteSigns(lines)) };
  return { type: 'paragraph', attrs: { id }, content: inline(body) };
}

function withoutQuoteSigns(lines: readonly string[]): string {
  return lines.map((line) => line.replace(/^> ?/u, '')).join(' ');
}

function listOf(type: 'bulletList' | 'orderedList', id: string, lines: readonly string[]): RichTextBlock {
  const content = lines.map((line) => ({
    type: 'listItem' as const,
    content: inline(line.replace(/^(?:- |\d+\. )/u, '')),
  }));
  return { type, attrs: { id }, content };
}

function inline(text: string | undefined) {
  return readRuns((text ?? '').replaceAll('\n', ' '));
}

function asLevel(signs: string | undefined): 2 | 3 | 4 {
  if (signs === '####') return 4;
  return signs === '###' ? 3 : 2;
}

/** A name that no block has. */
export function newBlockId(): string {
  return `b${uuidv7().replaceAll('-', '').slice(4, 24)}`;
}
