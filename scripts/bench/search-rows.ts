import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A city of the measured register, with its name by language. */
export interface BenchCity {
  key: string;
  country: string;
  names: { ar: string; de: string; en: string };
  aliases: string[];
}

/** The register that is measured. */
export interface BenchRegister {
  cities: BenchCity[];
  links: [string, string][];
}

const CITIES = 9000;
const LINKS = 13_000;

/** Syllables with how they are written in Arabic: of these, names are made that exist nowhere. */
const SYLLABLES: readonly (readonly [latin: string, arabic: string])[] = [
  ['bar', 'بار'],
  ['dol', 'دول'],
  ['fen', 'فين'],
  ['gar', 'غار'],
  ['kel', 'كيل'],
  ['lin', 'لين'],
  ['mor', 'مور'],
  ['nas', 'ناس'],
  ['pir', 'بير'],
  ['rud', 'رود'],
  ['sal', 'سال'],
  ['tam', 'تام'],
  ['ver', 'فير'],
  ['zon', 'زون'],
  ['ka', 'كا'],
  ['li', 'لي'],
  ['mo', 'مو'],
  ['ne', 'ني'],
  ['ra', 'را'],
  ['su', 'سو'],
  ['ta', 'تا'],
  ['ve', 'في'],
];
const COUNTRIES = ['FR', 'PL', 'JP', 'BR', 'IT', 'CN', 'MX', 'RU', 'SE', 'GR'];

/** The same register in each run. */
export function generateRegister(): BenchRegister {
  const cities = Array.from({ length: CITIES }, (_, at) => cityAt(at));
  const links = new Map<string, [string, string]>();
  for (let at = 0; links.size < LINKS; at += 1) {
    // Few cities have many partners, most have few.
    const one = Math.floor(CITIES * pick(at * 2) ** 2);
    const other = Math.floor(CITIES * pick(at * 2 + 1) ** 2);
    if (one !== other) links.set(`${String(one)}-${String(other)}`, [`g${String(one)}`, `g${String(other)}`]);
  }
  return { cities, links: [...links.values()] };
}

function cityAt(at: number): BenchCity {
  const size = SYLLABLES.length;
  const parts = [at % size, Math.floor(at / size) % size, Math.floor(at / size / size) % size].map(
    (index) => SYLLABLES[(index * 7 + at) % size] ?? ['', ''],
  );
  const latin = parts.map(([one]) => one).join('');
  const name = `${latin.slice(0, 1).toUpperCase()}${latin.slice(1)}`;
  const arabic = parts.map(([, one]) => one).join('');
  const country = COUNTRIES[at % COUNTRIES.length] ?? 'FR';
  return { key: `g${String(at)}`, country, names: { ar: arabic, de: name, en: name }, aliases: [] };
}

/** A number from 0 to 1 that looks random and is the same in each run. */
function pick(seed: number): number {
  let mixed = Math.imul(seed ^ (seed >>> 15), 0x2c_1b_3c_6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x29_7a_2d_39);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}

/** Reads `cities.csv` and `links.csv` of a folder; links to unknown cities and repeated ones are left out. */
export function readRegister(folder: string): BenchRegister {
  const cities = readTable(join(folder, 'cities.csv')).map((row): BenchCity => {
    const label = row['label'] ?? '';
    const names = { ar: row['name_ar'] || label, de: row['name_de'] || label, en: row['name_en'] || label };
    const aliases = (row['aliases'] ?? '').split('|').filter((alias) => alias !== '');
    return { key: row['id'] ?? '', country: row['country_code'] ?? '', names, aliases };
  });
  const known = new Set(cities.map(({ key }) => key));
  const links = readTable(join(folder, 'links.csv')).flatMap(({ source = '', target = '' }): [string, string][] =>
    known.has(source) && known.has(target) && source !== target ? [[source, target]] : [],
  );
  return { cities, links };
}

function readTable(file: string): Record<string, string>[] {
  const [head = [], ...rows] = splitRows(readFileSync(file, 'utf8'));
  return rows.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ''])));
}

/** Comma-separated values after RFC 4180. */
function splitRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/gu)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    if (row.length > 1) rows.push(row);
    row = [];
  }
  return rows;
}
