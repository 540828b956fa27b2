import { takeFirstFree } from './latin-slug.ts';
import type { KnownPlace } from './queries/list-known.ts';
import type { TableRow } from './read-table.ts';
import { type LeftOut, numberOf, type PlannedRow } from './twin-places.ts';
import { PAIRS_SOURCE } from './twin-sources.ts';

/** The columns of `links.csv`. */
export const LINK_COLUMNS = ['source', 'target', 'stated'] as const;

const STATED = ['both', 'one'] as const;

/** A pair of the table between two places that readers see. */
export interface Pair {
  key: string;
  sides: readonly [KnownPlace, KnownPlace];
  stated: (typeof STATED)[number];
}

/** What `One` and `Other` are called together. */
const TOGETHER: Readonly<Record<'ar' | 'de' | 'en', (one: string, other: string) => string>> = {
  ar: (one, other) => `${one} و${other}`,
  de: (one, other) => `${one} und ${other}`,
  en: (one, other) => `${one} and ${other}`,
};

const ONE_SIDED = 'في ويكي بيانات تذكر صفحةُ مدينة واحدة من المدينتين هذه الصلة، ولا تقول القائمة المستوردة أيّتهما.';

/** The pairs of `links.csv` whose two places readers see, and why others cannot become partnerships. */
export function readPairs(
  rows: readonly TableRow[],
  places: ReadonlyMap<string, KnownPlace>,
): { pairs: Pair[]; leftOut: LeftOut[] } {
  const pairs = new Map<string, Pair>();
  const leftOut: LeftOut[] = [];
  for (const row of rows) {
    const found = readPair(row, places);
    const reason = typeof found === 'string' ? found : pairs.has(found.key) ? 'twice' : null;
    const id = `${row.cells['source'] ?? ''} ${row.cells['target'] ?? ''}`;
    if (reason !== null) leftOut.push({ file: 'links.csv', line: row.line, id, reason });
    else if (typeof found !== 'string') pairs.set(found.key, found);
  }
  return { pairs: [...pairs.values()], leftOut };
}

function readPair({ cells }: TableRow, places: ReadonlyMap<string, KnownPlace>): Pair | LeftOut['reason'] {
  const { source = '', target = '' } = cells;
  const stated = STATED.find((one) => one === cells['stated']);
  if (stated === undefined) return 'statedUnknown';
  if (source === target) return 'samePlace';
  const [first, second] = numberOf(source) < numberOf(target) ? [source, target] : [target, source];
  const sides = [places.get(first), places.get(second)] as const;
  if (sides[0] === undefined || sides[1] === undefined) return 'placeMissing';
  if (!sides[0].isPublic || !sides[1].isPublic) return 'placeUnpublished';
  return { key: `wikidata:${first}-${second}`, sides: [sides[0], sides[1]], stated };
}

/**
 * A row of an import for each pair: a twinning, since that is what Wikidata calls the property, of which neither date nor
 * agreement is known.
 *
 * @param taken - address parts that partnerships have already
 */
export function partnershipRows(pairs: readonly Pair[], taken: ReadonlySet<string>): PlannedRow[] {
  const used = new Set(taken);
  return pairs.map((pair) => {
    const slugs = pair.sides.map(({ slug }) => slug).toSorted();
    const plain = slugs.join('-').slice(0, 80).replace(/-$/u, '');
    const ids = pair.key.slice(pair.key.indexOf(':') + 1).toLowerCase();
    return partnershipRow(pair, takeFirstFree(used, [plain, `${plain.slice(0, 79 - ids.length)}-${ids}`]));
  });
}

function partnershipRow({ key, sides, stated }: Pair, slug: string): PlannedRow {
  const texts = textsOf(sides);
  const note = stated === 'one' ? { note: ONE_SIDED, noteLanguage: 'ar' } : {};
  const claim = { sourceId: PAIRS_SOURCE.id, accepted: true };
  return {
    kind: 'partnership',
    key,
    state: 'published',
    sourceLocale: 'ar' in texts ? 'ar' : 'en' in texts ? 'en' : 'de',
    facts: {
      slug,
      type: 'twinning',
      parties: sides.map(({ id }, index) => ({ id: `s${String(index + 1)}`, place: id })),
      sources: [PAIRS_SOURCE],
      claims: [
        { id: 'row-type', path: 'type', ...claim },
        { id: 'row-parties', path: 'parties', ...claim, ...note },
      ],
    },
    texts,
  };
}

/** A title in every language in which both sides have a name; where there is none, each side's name in any. */
function textsOf([one, other]: Pair['sides']): Partial<Record<'ar' | 'de' | 'en', { title: string }>> {
  const both = (['ar', 'de', 'en'] as const).flatMap((locale) => {
    const names = [one.names[locale], other.names[locale]] as const;
    return names[0] === undefined || names[1] === undefined
      ? []
      : [[locale, { title: TOGETHER[locale](names[0], names[1]) }] as const];
  });
  if (both.length > 0) return Object.fromEntries(both);
  const any = ({ names }: KnownPlace) => names.en ?? names.de ?? names.ar ?? '';
  return { en: { title: `${any(one)} – ${any(other)}` } };
}
