/** A place in a sorted list, from which a page goes on. */
export interface Cursor {
  key: string;
  id: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const LENGTH_MAX = 400;

/** A place in a list as an address writes it. */
export function writeCursor({ key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/** @param written - untrusted @returns `null` where it was not written by `writeCursor` */
export function readCursor(written: string): Cursor | null {
  if (written.length > LENGTH_MAX) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(written, 'base64url').toString('utf8'));
    const [key, id] = asList(read);
    // Postgres takes no text with a zero in it.
    const isKey = typeof key === 'string' && !key.includes('\u0000') && key.isWellFormed();
    return isKey && typeof id === 'string' && UUID.test(id) ? { key, id } : null;
  } catch {
    return null;
  }
}

/** The values of a key in an address, as the framework gives them: none, one or several; empty ones are left out. */
export function valuesOf(
  asked: Readonly<Record<string, string | readonly string[] | undefined>>,
  key: string,
): string[] {
  const value = asked[key] ?? [];
  return (typeof value === 'string' ? [value] : [...value]).map((one) => one.trim()).filter((one) => one !== '');
}

/** What was parsed may be anything. */
function asList(read: unknown): unknown[] {
  return Array.isArray(read) ? [...(read as unknown[])] : [];
}
