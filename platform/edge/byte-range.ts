/** From the first to the last byte, both included; `outside` where the file is shorter than that. */
export type PartOfFile = { from: number; to: number } | 'outside';

/**
 * Reads the header `Range`: RFC 9110, section 14.
 *
 * @returns `null` where the whole is to be sent: the header cannot be read, or asks for several parts at once
 */
export function readRange(range: string, length: number): PartOfFile | null {
  const [, first, last] = /^bytes=\s*(\d*)\s*-\s*(\d*)\s*$/u.exec(range) ?? [];
  if (first === undefined || last === undefined) return null;
  if (first === '') return last === '' ? null : readEnd(Number(last), length);
  const from = Number(first);
  const to = last === '' ? length - 1 : Math.min(Number(last), length - 1);
  if (last !== '' && Number(last) < from) return null;
  return from >= length ? 'outside' : { from, to };
}

/** The last so many bytes. */
function readEnd(count: number, length: number): PartOfFile {
  return count === 0 || length === 0 ? 'outside' : { from: Math.max(length - count, 0), to: length - 1 };
}
