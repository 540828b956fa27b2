import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  listKnownKeys,
  listKnownPairs,
  listKnownPlaces,
  listTakenSlugs,
  pairName,
} from '#features/exchange/queries/list-known.ts';
import { readTable, type TableFault, type TableRow } from '#features/exchange/read-table.ts';
import { LINK_COLUMNS, partnershipRows, readPairs } from '#features/exchange/twin-partnerships.ts';
import { CITY_COLUMNS, type LeftOut, placeRows, readCities } from '#features/exchange/twin-places.ts';
import { bringRows, type RefusedRow } from './bring-rows.ts';

/** What is told while the folder comes in. */
export interface Teller {
  leftOut: (row: LeftOut) => void;
  refused: (key: string, row: RefusedRow) => void;
  progress: (what: 'partnerships' | 'places', done: number, all: number) => void;
}

/** What became of one of the two tables. */
export interface Brought {
  created: number;
  known: number;
  leftOut: number;
  refused: number;
}

/** A file that cannot be read as a table. */
export type FolderFault = { file: string } & (TableFault | { reason: 'unreadable' });

/** The two tables of a folder, both read before anything is changed. */
interface Tables {
  cities: TableRow[];
  links: TableRow[];
}

/** Reads both tables of a folder; what is wrong with the first faulty one comes back instead. */
export function readFolder(folder: string): Tables | { fault: FolderFault } {
  const cities = readFile(folder, 'cities.csv', CITY_COLUMNS);
  if ('fault' in cities) return cities;
  const links = readFile(folder, 'links.csv', LINK_COLUMNS);
  return 'fault' in links ? links : { cities: cities.rows, links: links.rows };
}

/** Brings the places of a folder in that are not known by their identifier, then the partnerships that nobody has entered. */
export async function bringFolder(
  { cities, links }: Tables,
  teller: Teller,
): Promise<{ places: Brought; partnerships: Brought }> {
  const places = await bringPlaces(cities, teller);
  return { places, partnerships: await bringPartnerships(links, teller) };
}

function readFile(
  folder: string,
  file: string,
  columns: readonly string[],
): { rows: TableRow[] } | { fault: FolderFault } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, file));
  } catch {
    return { fault: { file, reason: 'unreadable' } };
  }
  const read = readTable(bytes, columns);
  return 'fault' in read ? { fault: { file, ...read.fault } } : read;
}

async function bringPlaces(rows: readonly TableRow[], teller: Teller): Promise<Brought> {
  const { cities, leftOut } = readCities(rows);
  const [known, keys] = [await listKnownPlaces(), await listKnownKeys('place')];
  const fresh = cities.filter(({ id }) => !known.has(id) && !keys.has(`wikidata:${id}`));
  const made = placeRows(fresh, await listTakenSlugs('place'));
  return { known: cities.length - fresh.length, ...(await bring('places', made, { leftOut, teller })) };
}

async function bringPartnerships(rows: readonly TableRow[], teller: Teller): Promise<Brought> {
  const { pairs, leftOut } = readPairs(rows, await listKnownPlaces());
  const [known, keys] = [await listKnownPairs(), await listKnownKeys('partnership')];
  const fresh = pairs.filter(
    ({ key, sides: [one, other] }) => !keys.has(key) && !known.has(pairName(one.id, other.id)),
  );
  const made = partnershipRows(fresh, await listTakenSlugs('partnership'));
  return { known: pairs.length - fresh.length, ...(await bring('partnerships', made, { leftOut, teller })) };
}

async function bring(
  what: 'partnerships' | 'places',
  rows: readonly { key: string }[],
  { leftOut, teller }: { leftOut: readonly LeftOut[]; teller: Teller },
): Promise<Omit<Brought, 'known'>> {
  for (const row of leftOut) teller.leftOut(row);
  const { created, refused } = await bringRows(rows, (done) => teller.progress(what, done, rows.length));
  for (const row of refused) teller.refused(rows[row.index]?.key ?? '', row);
  return { created, leftOut: leftOut.length, refused: refused.length };
}
