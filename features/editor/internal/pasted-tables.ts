import { TABLE_COLUMNS_MAX, TABLE_ROWS_MAX } from '#features/records/rich-text.ts';
import { elementsIn, type PasteElement } from '../paste-tree.ts';

const ROW = new Set(['tr']);
const CELL = new Set(['td', 'th']);
const TABLE = new Set(['table']);

/**
 * The cells of a pasted table in rows of one width; what a cell spans beside its own place is `null`.
 *
 * @returns `null` for what only lays out a page or is too large
 */
export function readTable(table: PasteElement): (PasteElement | null)[][] | null {
  const rows = elementsIn(table, ROW);
  const isLayout = table.attributes.get('role') === 'presentation' || elementsIn(table, TABLE).length > 0;
  if (isLayout || rows.length === 0 || rows.length > TABLE_ROWS_MAX) return null;
  const grid: (PasteElement | null | undefined)[][] = rows.map(() => []);
  for (const [number, row] of rows.entries()) {
    for (const cell of elementsIn(row, CELL)) place(grid, number, cell);
  }
  const width = Math.max(...grid.map((row) => row.length));
  if (width < 2 || width > TABLE_COLUMNS_MAX) return null;
  return grid.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? null));
}

function place(grid: (PasteElement | null | undefined)[][], number: number, cell: PasteElement): void {
  const row = grid[number] ?? [];
  let at = 0;
  while (row[at] !== undefined) at += 1;
  const columns = spanOf(cell, 'colspan', TABLE_COLUMNS_MAX + 1);
  const rows = spanOf(cell, 'rowspan', TABLE_ROWS_MAX);
  for (const spanned of grid.slice(number, number + rows)) {
    for (let column = at; column < at + columns; column += 1) spanned[column] = null;
  }
  row[at] = cell;
}

function spanOf({ attributes }: PasteElement, name: string, most: number): number {
  const span = Number(attributes.get(name) ?? '1');
  return Number.isInteger(span) && span > 0 ? Math.min(span, most) : 1;
}
