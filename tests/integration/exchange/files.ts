import '#features/kinds/all.ts';
import { callBy } from '#tests/support/calls.ts';
import type { Call } from '#features/ledger/model.ts';
import { importFile } from '#scripts/records/import-file.ts';

/** One line of what an import says. */
export interface Line {
  file: string;
  row?: number;
  key?: string | null;
  verdict: string;
  ref?: string;
  draftsKept?: string[];
  problems?: { field?: string; reason: string; message: string; params?: Record<string, unknown> }[];
}

/** Imports rows as a file of a name, and gives what is said of each. */
export async function bring(rows: unknown, changes: Partial<Call> = {}) {
  return bringBytes(new TextEncoder().encode(JSON.stringify(rows)), changes);
}

/** Imports the bytes of a file. */
export async function bringBytes(bytes: Uint8Array, changes: Partial<Call> = {}) {
  const { lines, summary, isRefused } = await importFile(
    { file: '/somewhere/rows.json', bytes },
    callBy(undefined, changes),
  );
  return { lines: asLines(lines), summary, isRefused };
}

/** The verdicts in the order of the file. */
export function verdictsOf({ lines }: { lines: readonly Line[] }): string[] {
  return lines.map(({ verdict }) => verdict);
}

/** `import-file.ts` writes lines of this shape. */
function asLines(lines: readonly object[]): Line[] {
  return lines as Line[];
}

/** A row with a place that may be published. */
export function placeRow(key: string, changes: Record<string, unknown> = {}) {
  return {
    kind: 'place',
    key,
    state: 'published',
    facts: { slug: key.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-'), country: 'DE' },
    texts: { ar: { title: `مدينة ${key}` } },
    ...changes,
  };
}

/** A row with a partnership of two places that may be published. */
export function partnershipRow(key: string, places: readonly string[], facts: Record<string, unknown> = {}) {
  return {
    kind: 'partnership',
    key,
    state: 'published',
    source: { publisher: 'Senatskanzlei', url: 'https://www.hamburg.de' },
    facts: {
      slug: key.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-'),
      type: 'cooperation',
      parties: places.map((place) => ({ place })),
      agreements: [{ kind: 'declaration', signedOn: '2023-05-04' }],
      ...facts,
    },
    texts: { ar: { title: `شراكة ${key}` } },
  };
}
