import type { RichTextBlock, RichTextRun } from '../rich-text.ts';
import { readRuns, writeRuns } from './markup-runs.ts';

type Table = Extract<RichTextBlock, { type: 'table' }>;

/** A line of dashes under the head, as other programs write it, says nothing more. */
const RULE = /^:?-+:?$/u;

/** A table as lines, one a row. */
export function writeTable({ content }: Table): string {
  return content.map((row) => `| ${row.content.map((cell) => writeCell(cell.content)).join(' | ')} |`).join('\n');
}

/** Whether lines are the rows of a table. */
export function isTable(lines: readonly string[]): boolean {
  return lines.every((line) => line.startsWith('|') && cellsOf(line).length > 0);
}

/** The table that lines describe; rows that are too short get empty cells. */
export function readTable(id: string, lines: readonly string[]): Table {
  const [head = [], ...others] = lines.map((line) => cellsOf(line));
  const rows = [head, ...others.filter((cells, at) => at > 0 || !cells.every((cell) => RULE.test(cell)))];
  const width = Math.max(...rows.map((cells) => cells.length));
  const content = rows.map((cells) => ({
    type: 'tableRow' as const,
    content: Array.from({ length: width }, (_, at) => ({
      type: 'tableCell' as const,
      content: readRuns(cells[at] ?? ''),
    })),
  }));
  return { type: 'table', attrs: { id }, content };
}

/** What parts cells gets a backslash inside of one. */
function writeCell(runs: readonly RichTextRun[]): string {
  const words = writeRuns(runs).replaceAll(/\\[^]|\|/gu, (sign) => (sign === '|' ? String.raw`\|` : sign));
  return RULE.test(words) ? `\\${words}` : words;
}

/** The words between the signs that part cells; the last sign may be left out. */
function cellsOf(line: string): string[] {
  const cells = [''];
  for (const [sign] of line.slice(1).matchAll(/\\[^]|\||[^\\|]+|\\/gu)) {
    if (sign === '|') cells.push('');
    else cells[cells.length - 1] += sign;
  }
  const isClosed = cells.length > 1 && cells.at(-1)?.trim() === '';
  return (isClosed ? cells.slice(0, -1) : cells).map((cell) => cell.trim());
}
