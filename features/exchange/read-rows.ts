import { IMPORT_BYTES_MAX } from './model.ts';

/** Why a file is no import, before any row was looked at. */
export interface FileFault {
  reason: 'bytesTooMany' | 'notUtf8' | 'notJson' | 'notList' | 'empty';
  params?: Record<string, string | number>;
}

/** The rows of an import file, or what is wrong with the file as a whole. */
export function readRows(bytes: Uint8Array): { rows: unknown[] } | { fault: FileFault } {
  if (bytes.byteLength > IMPORT_BYTES_MAX) {
    return { fault: { reason: 'bytesTooMany', params: { max: IMPORT_BYTES_MAX / 1024 / 1024 } } };
  }
  const text = decode(bytes);
  if (text === null) return { fault: { reason: 'notUtf8' } };
  const parsed = parse(text);
  if ('fault' in parsed) return parsed;
  if (!Array.isArray(parsed.value)) return { fault: { reason: 'notList' } };
  return parsed.value.length === 0 ? { fault: { reason: 'empty' } } : { rows: parsed.value };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parse(text: string): { value: unknown } | { fault: FileFault } {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch (thrown) {
    return { fault: { reason: 'notJson', params: { ...placeOf(text, thrown) } } };
  }
}

/** Engines name the place in different ways; where none is named, the first line is as good as any. */
function placeOf(text: string, thrown: unknown): { line: number; column: number } {
  const said = thrown instanceof Error ? thrown.message : '';
  const position = /position (\d+)/u.exec(said)?.[1];
  const before = text.slice(0, position === undefined ? text.length : Number(position));
  const lines = before.split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
