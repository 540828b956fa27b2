import { latinSlug, takeFirstFree } from './latin-slug.ts';
import type { TableRow } from './read-table.ts';
import { PAIRS_SOURCE, POPULATION_SOURCES, POSITION_SOURCES } from './twin-sources.ts';

/** The columns of `cities.csv` that are read. */
export const CITY_COLUMNS = [
  'id',
  'label',
  'name_de',
  'name_en',
  'name_ar',
  'country_code',
  'lat',
  'lng',
  'population',
  'population_source',
  'geonames_id',
  'coord_source',
  'aliases',
] as const;

/** Why a row cannot become a record. */
export interface LeftOut {
  file: 'cities.csv' | 'links.csv';
  line: number;
  id: string;
  reason:
    | 'noCountry'
    | 'noIdentifier'
    | 'noName'
    | 'noPosition'
    | 'placeMissing'
    | 'placeUnpublished'
    | 'samePlace'
    | 'statedUnknown'
    | 'twice';
}

/** A city of the table that can become a place. */
export interface City {
  line: number;
  id: string;
  names: Partial<Record<'ar' | 'de' | 'en', string>>;
  aliases: { ar: string[]; latin: string[] };
  country: string;
  latitude: number;
  longitude: number;
  geonames?: string;
  population?: { value: number; from: string };
  positionFrom: string;
}

/** A row of an import that is still to be checked by the importer. */
export interface PlannedRow {
  kind: 'partnership' | 'place';
  key: string;
  state: 'published';
  sourceLocale: 'ar' | 'de' | 'en';
  facts: object;
  texts: object;
}

/** Vowel signs and the lengthening stroke belong to no name. */
const VOWEL_SIGNS = /[\u064B-\u065F\u0670\u0640]/gu;

/** Letters of the Arabic script that Arabic does not write: such a name is Persian, Urdu or Kurdish. */
const ARABIC_ONLY = /^[\u0621-\u063A\u0641-\u064A\s\d().,،'’-]+$/u;

const LATIN = /^[\p{Script=Latin}\p{M}\p{N}\p{P}\p{Zs}]+$/u;

/** The rows of `cities.csv` that say enough, and why the others do not. */
export function readCities(rows: readonly TableRow[]): { cities: City[]; leftOut: LeftOut[] } {
  const cities: City[] = [];
  const leftOut: LeftOut[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const id = row.cells['id'] ?? '';
    const found = seen.has(id) ? 'twice' : readCity(row);
    seen.add(id);
    if (typeof found === 'string') leftOut.push({ file: 'cities.csv', line: row.line, id, reason: found });
    else cities.push(found);
  }
  return { cities, leftOut };
}

function readCity({ line, cells }: TableRow): City | LeftOut['reason'] {
  const cell = (name: (typeof CITY_COLUMNS)[number]) => cells[name] ?? '';
  if (!/^Q[1-9]\d*$/u.test(cell('id'))) return 'noIdentifier';
  if (!/^[A-Z]{2}$/u.test(cell('country_code'))) return 'noCountry';
  const latitude = degrees(cell('lat'), 90);
  const longitude = degrees(cell('lng'), 180);
  if (latitude === null || longitude === null) return 'noPosition';
  const names = namesOf({ ar: cell('name_ar'), de: cell('name_de'), en: cell('name_en') });
  if (Object.keys(names).length === 0) return 'noName';
  const others = [cell('label'), ...cell('aliases').split('|')].map((name) => name.trim());
  const population = populationOf(cell('population'), cell('population_source'));
  return {
    line,
    id: cell('id'),
    names,
    aliases: { ar: others.filter((name) => isArabic(name)), latin: others.filter((name) => LATIN.test(name)) },
    country: cell('country_code'),
    latitude,
    longitude,
    ...(/^[1-9]\d*$/u.test(cell('geonames_id')) ? { geonames: cell('geonames_id') } : {}),
    ...(population === null ? {} : { population }),
    positionFrom: cell('coord_source'),
  };
}

function namesOf({ ar, de, en }: { ar: string; de: string; en: string }): City['names'] {
  return {
    ...(isArabic(ar) ? { ar: ar.replaceAll(VOWEL_SIGNS, '') } : {}),
    ...(LATIN.test(de) ? { de } : {}),
    ...(LATIN.test(en) ? { en } : {}),
  };
}

function isArabic(name: string): boolean {
  return name !== '' && ARABIC_ONLY.test(name.replaceAll(VOWEL_SIGNS, ''));
}

function degrees(written: string, max: number): number | null {
  const value = Number(written);
  return /^-?\d{1,3}(?:\.\d+)?$/u.test(written) && Math.abs(value) <= max ? value : null;
}

/** A figure counts only where the table says where it comes from. */
function populationOf(written: string, from: string): NonNullable<City['population']> | null {
  return /^[1-9]\d{0,7}$/u.test(written) && POPULATION_SOURCES.has(from) ? { value: Number(written), from } : null;
}

/**
 * A row of an import for each city. Of cities with one name the largest gets the plain address part, others the country
 * behind it, then the identifier: the same table always leads to the same addresses.
 *
 * @param taken - address parts that places have already
 */
export function placeRows(cities: readonly City[], taken: ReadonlySet<string>): PlannedRow[] {
  const used = new Set(taken);
  const bySize = cities.toSorted(
    (one, other) =>
      (other.population?.value ?? 0) - (one.population?.value ?? 0) || numberOf(one.id) - numberOf(other.id),
  );
  return bySize.map((city) => {
    const id = city.id.toLowerCase();
    const name = latinSlug(city.names.en ?? city.names.de ?? '');
    const wishes = [`${name}-${city.country.toLowerCase()}`, `${name}-${city.country.toLowerCase()}-${id}`];
    return placeRow(city, takeFirstFree(used, name === '' ? [id] : [name, ...wishes]));
  });
}

/** The number of an identifier: Q9 stands before Q10. */
export function numberOf(id: string): number {
  return Number(id.slice(1));
}

function placeRow(city: City, slug: string): PlannedRow {
  const { id, names, country, latitude, longitude, geonames, population } = city;
  const counted = population === undefined ? undefined : POPULATION_SOURCES.get(population.from);
  const positioned = POSITION_SOURCES.get(city.positionFrom);
  const sources = [...new Set([PAIRS_SOURCE, positioned, counted])].filter((source) => source !== undefined);
  return {
    kind: 'place',
    key: `wikidata:${id}`,
    state: 'published',
    sourceLocale: names.ar === undefined ? firstLatin(names) : 'ar',
    facts: {
      slug,
      kind: 'city',
      country,
      latitude,
      longitude,
      wikidata: id,
      ...(geonames === undefined ? {} : { geonames }),
      ...(population === undefined || counted === undefined
        ? {}
        : { population: [{ id: 'p1', value: population.value, sourceId: counted.id }] }),
      sources,
      claims: positioned === undefined ? [] : positionClaims(positioned.id),
    },
    texts: textsOf(city),
  };
}

/** Nobody has checked them: there is no `checkedOn`. */
function positionClaims(sourceId: string): object[] {
  return ['latitude', 'longitude'].map((path) => ({ id: `row-${path}`, path, sourceId, accepted: true }));
}

function firstLatin(names: City['names']): 'de' | 'en' {
  return names.en === undefined ? 'de' : 'en';
}

/** Other names in Latin letters are of no language that the table names: they stand once, for the search. */
function textsOf({ names, aliases }: City): object {
  const latin = firstLatin(names);
  const known = new Set([names.de, names.en]);
  const others = { ar: aliases.ar, [latin]: aliases.latin.filter((name) => !known.has(name)) };
  return Object.fromEntries(
    Object.entries(names).map(([locale, title]) => {
      const own = [...new Set(others[locale] ?? [])].filter((name) => name !== title).slice(0, 20);
      return [locale, { title, ...(own.length === 0 ? {} : { aliases: own }) }];
    }),
  );
}
