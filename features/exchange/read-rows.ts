import { findJsonFault } from './internal/json-fault.ts';
import { IMPORT_BYTES_MAX, IMPORT_ROWS_MAX } from './model.ts';

/** Why a file is no import, before any row was looked at. */
export interface FileFault {
  reason: 'bytesTooMany' | 'empty' | 'keyTwice' | 'notJson' | 'notList' | 'notUtf8' | 'rowsTooMany' | 'tooDeep';
  params?: Record<string, string | number>;
}

/** The rows of an import file, or what is wrong with the file as a whole. */
export function readRows(bytes: Uint8Array): { rows: unknown[] } | { fault: FileFault } {
  if (bytes.byteLength > IMPORT_BYTES_MAX) {
    return { fault: { reason: 'bytesTooMany', params: { max: IMPORT_BYTES_MAX / 1024 / 1024 } } };
  }
  const text = decode(bytes);
  if (text === null) return { fault: { reason: 'notUtf8' } };
  const found = findJsonFault(text);
  if (found !== null) {
    const { reason, offset, name } = found;
    return { fault: { reason, params: { ...placeOf(text, offset), ...(name === undefined ? {} : { name }) } } };
  }
  return readList(JSON.parse(text));
}

function readList(value: unknown): { rows: unknown[] } | { fault: FileFault } {
  if (!Array.isArray(value)) return { fault: { reason: 'notList' } };
  if (value.length === 0) return { fault: { reason: 'empty' } };
  if (value.length > IMPORT_ROWS_MAX) return { fault: { reason: 'rowsTooMany', params: { max: IMPORT_ROWS_MAX } } };
  return { rows: value };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** As editors count: from 1. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const lines = text.slice(0, offset).split(/\r\n?|\n/u);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
