/** Without this sign spreadsheets read Arabic as the letters of a western code page. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet would calculate instead of showing it. */
const FORMULA = /^[=+\-@\t\r]/u;

/**
 * Rows as a table (RFC 4180), in UTF-8 with a byte order mark.
 *
 * @param columns - the keys of the rows in the order of the columns
 * @remarks A text that begins like a formula gets an apostrophe before it; numbers stay as they are.
 */
export function csvOf(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, number | string | null>>[],
): string {
  const lines = [csvLine(columns), ...rows.map((row) => csvLine(columns.map((column) => row[column] ?? null)))];
  return `${BYTE_ORDER_MARK}${lines.join('')}`;
}

/** One line of such a table, with its end. */
export function csvLine(cells: readonly (number | string | null)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

function cellOf(value: number | string | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
