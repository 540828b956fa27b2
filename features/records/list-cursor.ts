/** A place in a sorted list, from which a page goes on. */
export interface Cursor {
  key: string;
  id: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
/** A title of 200 letters of any script in base64. */
const LENGTH_MAX = 1200;

/** A place in a list as an address writes it. */
export function writeCursor({ key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/** @param written - untrusted @returns `null` where it was not written by `writeCursor` */
function readCursor(written: string): Cursor | null {
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

/** What an address asks, as the framework gives it. */
export type AskedOfList = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The page of a list from which one goes on, or back; at most one of the two. */
export interface PagePlace {
  after: Cursor | null;
  before: Cursor | null;
}

/** Reads an address key by key, and remembers what meant nothing. */
export interface AddressReader {
  /** What the values of a key mean; `known` answers `null` where one means nothing. */
  read: <T>(key: string, known: (value: string) => T | null) => T[];
  readPlace: () => PagePlace;
  /** What meant nothing so far, as it was written, each once. */
  ignored: () => string[];
}

/** @param asked - untrusted */
export function readAddress(asked: AskedOfList): AddressReader {
  const ignored = new Set<string>();
  const read = <T>(key: string, known: (value: string) => T | null): T[] =>
    valuesOf(asked, key).flatMap((value) => {
      const meant = known(value);
      if (meant === null) ignored.add(value);
      return meant ?? [];
    });
  return {
    read,
    readPlace: () => {
      const [after = null] = read('after', readCursor);
      const [before = null] = after === null ? read('before', readCursor) : [];
      return { after, before };
    },
    ignored: () => [...ignored],
  };
}

/** One page cut out of a sorted list, in the order of the list. */
export interface CutPage<Row> {
  shown: Row[];
  next: Cursor | null;
  previous: Cursor | null;
}

/**
 * Cuts a page out of what was read for it: one row more than it shows tells that the list goes on, and who came from a page has
 * that one behind, or ahead.
 *
 * @param rows - as they were read: backwards where the page lies before a place
 */
export function cutPage<Row>(
  rows: readonly Row[],
  { after, before }: PagePlace,
  { size, cursorOf }: { size: number; cursorOf: (row: Row) => Cursor },
): CutPage<Row> {
  const hasMore = rows.length > size;
  const read = rows.slice(0, size);
  const shown = before === null ? read : read.toReversed();
  const [first, last] = [shown[0], shown.at(-1)];
  const isAhead = before === null ? hasMore : true;
  const isBehind = before === null ? after !== null : hasMore;
  return {
    shown,
    next: isAhead && last !== undefined ? cursorOf(last) : null,
    previous: isBehind && first !== undefined ? cursorOf(first) : null,
  };
}

/** The values of a key in an address: none, one or several; empty ones are left out. */
function valuesOf(asked: AskedOfList, key: string): string[] {
  const value = asked[key] ?? [];
  return (typeof value === 'string' ? [value] : [...value]).map((one) => one.trim()).filter((one) => one !== '');
}

/** What was parsed may be anything. */
function asList(read: unknown): unknown[] {
  return Array.isArray(read) ? [...(read as unknown[])] : [];
}
