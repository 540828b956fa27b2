import { CsvError, parse } from 'csv-parse/sync';
import { IMPORT_BYTES_MAX } from './model.ts';

/** Why a table cannot be read, and in which line of the file. */
export interface TableFault {
  reason: 'bytesTooMany' | 'notUtf8' | 'columnsMissing' | 'columnTwice' | 'cellsDiffer' | 'quoteOpen' | 'cellTooLong';
  line?: number;
  /** What a person needs to find it: names of columns, or a limit. */
  named?: string;
}

/** A row of a table by the names of its columns, with the line of the file that it begins in. */
export interface TableRow {
  line: number;
  cells: Readonly<Record<string, string>>;
}

/** The most characters of one cell; no name or list of names comes near it. */
const CELL_MAX = 10_000;

/**
 * Reads a table of comma-separated values with a heading (RFC 4180, UTF-8; a byte order mark and Windows line ends are taken).
 *
 * @param columns - the columns that have to be there; others are left out
 */
export function readTable(bytes: Uint8Array, columns: readonly string[]): { rows: TableRow[] } | { fault: TableFault } {
  if (bytes.byteLength > IMPORT_BYTES_MAX) {
    return { fault: { reason: 'bytesTooMany', named: `${String(IMPORT_BYTES_MAX / 1024 / 1024)} MB` } };
  }
  const wrong = findWrongByte(bytes);
  if (wrong !== null) return { fault: { reason: 'notUtf8', line: wrong } };
  try {
    const [heading, ...records] = parseAll(bytes);
    return heading === undefined
      ? { fault: { reason: 'columnsMissing', line: 1, named: columns.join(', ') } }
      : nameCells(heading, records, columns);
  } catch (thrown) {
    if (thrown instanceof CsvError) return { fault: faultOf(thrown) };
    throw thrown;
  }
}

interface ParsedRecord {
  record: string[];
  /** The line in which the record ends. */
  end: number;
}

function parseAll(bytes: Uint8Array): ParsedRecord[] {
  const parsed: ParsedRecord[] = [];
  parse(new TextDecoder('utf-8').decode(bytes).replaceAll('\r\n', '\n'), {
    skip_empty_lines: true,
    max_record_size: CELL_MAX * 10,
    on_record: (record: string[], { lines }) => {
      parsed.push({ record, end: lines });
      return null;
    },
  });
  return parsed;
}

function nameCells(heading: ParsedRecord, records: readonly ParsedRecord[], columns: readonly string[]) {
  const names = heading.record.map((name) => name.trim());
  const missing = columns.filter((name) => !names.includes(name));
  if (missing.length > 0) return { fault: { reason: 'columnsMissing', line: 1, named: missing.join(', ') } as const };
  const twice = columns.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice !== undefined) return { fault: { reason: 'columnTwice', line: 1, named: twice } as const };
  const rows: TableRow[] = [];
  for (const { record, end } of records) {
    const line = end - record.join('').split('\n').length + 1;
    const long = record.findIndex((cell) => cell.length > CELL_MAX);
    if (long !== -1) return { fault: { reason: 'cellTooLong', line, named: names[long] ?? '' } as const };
    rows.push({
      line,
      cells: Object.fromEntries(columns.map((name) => [name, (record[names.indexOf(name)] ?? '').trim()])),
    });
  }
  return { rows };
}

function faultOf(error: CsvError): TableFault {
  const found: unknown = Reflect.get(error, 'lines');
  const line = typeof found === 'number' ? { line: found } : {};
  if (error.code === 'CSV_MAX_RECORD_SIZE') return { reason: 'cellTooLong', ...line };
  if (error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH') return { reason: 'cellsDiffer', ...line };
  return { reason: 'quoteOpen', ...line };
}

/** The line of the first byte that is no UTF-8, such as in a file of Windows-1256; `null` where there is none. */
function findWrongByte(bytes: Uint8Array): number | null {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(10, from);
    const end = found === -1 ? bytes.length : found + 1;
    try {
      decoder.decode(bytes.subarray(from, end));
    } catch {
      return line;
    }
    from = end;
    line += 1;
  }
  return null;
}
