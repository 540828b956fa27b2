/** A record that somebody opened here. */
export interface OpenedRecord {
  ref: string;
  title: string;
}

const MOST = 5;
const TITLE_MAX = 120;

/** What somebody opened last on this device, the newest first. */
export function openedRecords(person: string): OpenedRecord[] {
  try {
    return openedFrom(localStorage.getItem(keyOf(person)));
  } catch {
    return [];
  }
}

/** What a stored text says of opened records, whoever wrote it. */
export function openedFrom(text: string | null): OpenedRecord[] {
  const given = parse(text);
  if (!Array.isArray(given)) return [];
  return given.flatMap((one: unknown) => (isOpened(one) ? [{ ref: one.ref, title: one.title }] : [])).slice(0, MOST);
}

/** Notes that a record was opened. */
export function noteOpened(person: string, { ref, title }: OpenedRecord): void {
  const others = openedRecords(person).filter((one) => one.ref !== ref);
  const newest = [{ ref, title: title.slice(0, TITLE_MAX) }, ...others].slice(0, MOST);
  try {
    localStorage.setItem(keyOf(person), JSON.stringify(newest));
  } catch {
    // A browser that keeps nothing offers nothing.
  }
}

/** Forgets it: the next person at this device need not read what was worked on. */
export function forgetOpened(person: string): void {
  try {
    localStorage.removeItem(keyOf(person));
  } catch {
    // Nothing was kept.
  }
}

function keyOf(person: string): string {
  return `madinatan.opened.${person}`;
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '[]');
  } catch {
    return [];
  }
}

function isOpened(one: unknown): one is OpenedRecord {
  if (typeof one !== 'object' || one === null || !('ref' in one) || !('title' in one)) return false;
  return typeof one.ref === 'string' && /^[A-Z]-\d{1,9}$/u.test(one.ref) && typeof one.title === 'string';
}
