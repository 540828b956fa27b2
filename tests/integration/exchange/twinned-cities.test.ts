import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '#features/kinds/all.ts';
import { bringFolder, readFolder } from '#scripts/records/bring-folder.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { lookInto } from '#tests/support/looking.ts';
import { bring, placeRow } from './files.ts';

const database = useTestDatabase();
const { fingerprint } = lookInto(database);

const CITIES = `id,label,name_de,name_en,name_ar,country_code,lat,lng,population,population_source,geonames_id,coord_source,aliases
Q1022,Stuttgart,Stuttgart,Stuttgart,شتوتغارت,DE,48.7758,9.1829,589793,geonames2017,2825297,naturalearth,
Q580,Łódź,Lodz,Łódź,وودج,PL,51.7769,19.4547,768755,geonames2017,3093133,naturalearth,لودز
Q6602,Straßburg,,Strasbourg,,FR,48.5833,7.7458,,,2973783,wikidata2018-by-name+neighbour,
Q42168,Cardiff,,,,,,,,,,,
`;

const LINKS = `source,target,stated
Q1022,Q580,both
Q580,Q1022,both
Q6602,Q1022,one
Q1022,Q42168,both
`;

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'twinned-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function bringTables(cities: string, links: string) {
  writeFileSync(path.join(folder, 'cities.csv'), cities);
  writeFileSync(path.join(folder, 'links.csv'), links);
  const read = readFolder(folder);
  if ('fault' in read) throw new Error(read.fault.reason);
  const said: object[] = [];
  const brought = await bringFolder(read, {
    leftOut: (row) => said.push(row),
    refused: (key, { problems }) => said.push({ key, problems }),
    progress: () => {},
  });
  return { ...brought, said };
}

describe('a folder of twinned cities', () => {
  test('becomes published places and partnerships; what cannot is said with file, line and reason', async () => {
    const { places, partnerships, said } = await bringTables(CITIES, LINKS);
    expect(said).toEqual([
      { file: 'cities.csv', line: 5, id: 'Q42168', reason: 'noCountry' },
      { file: 'links.csv', line: 3, id: 'Q580 Q1022', reason: 'twice' },
      { file: 'links.csv', line: 5, id: 'Q1022 Q42168', reason: 'placeMissing' },
    ]);
    expect(places).toEqual({ created: 3, known: 0, leftOut: 1, refused: 0 });
    expect(partnerships).toEqual({ created: 2, known: 0, leftOut: 2, refused: 0 });
    const rows = await database.admin`select slug, wikidata, geonames from place order by slug`;
    expect([...rows]).toEqual([
      { slug: 'lodz', wikidata: 'Q580', geonames: '3093133' },
      { slug: 'strasbourg', wikidata: 'Q6602', geonames: '2973783' },
      { slug: 'stuttgart', wikidata: 'Q1022', geonames: '2825297' },
    ]);
  });

  test('has no invented name: a place without an Arabic one has no Arabic text', async () => {
    const rows = await database.admin<{ slug: string; locale: string; title: string; aliases: string[] }[]>`
      select slug, locale, title, aliases from place join place_text on place_id = id order by slug, locale`;
    expect(rows.map(({ slug, locale, title }) => `${slug} ${locale} ${title}`)).toEqual([
      'lodz ar وودج',
      'lodz de Lodz',
      'lodz en Łódź',
      'strasbourg en Strasbourg',
      'stuttgart ar شتوتغارت',
      'stuttgart de Stuttgart',
      'stuttgart en Stuttgart',
    ]);
    expect(rows.find(({ slug, locale }) => slug === 'lodz' && locale === 'ar')?.aliases).toEqual(['لودز']);
    expect(rows.find(({ slug }) => slug === 'strasbourg')?.aliases).toEqual(['Straßburg']);
  });

  test('names its source, and nobody as having checked; a statement of one side is called one', async () => {
    const rows = await database.admin`
      select slug, type, path, checked_on as "checkedOn", note is not null as "isOneSided"
      from partnership join claim on record_id = partnership.id order by slug, path`;
    expect([...rows]).toEqual([
      { slug: 'lodz-stuttgart', type: 'twinning', path: 'parties', checkedOn: null, isOneSided: false },
      { slug: 'lodz-stuttgart', type: 'twinning', path: 'type', checkedOn: null, isOneSided: false },
      { slug: 'strasbourg-stuttgart', type: 'twinning', path: 'parties', checkedOn: null, isOneSided: true },
      { slug: 'strasbourg-stuttgart', type: 'twinning', path: 'type', checkedOn: null, isOneSided: false },
    ]);
  });

  test('changes nothing a second time, with Windows line ends and a byte order mark too', async () => {
    const before = await fingerprint();
    const again = await bringTables(`\uFEFF${CITIES.replaceAll('\n', '\r\n')}`, LINKS);
    expect(again.places).toMatchObject({ created: 0, known: 3 });
    expect(again.partnerships).toMatchObject({ created: 0, known: 2 });
    expect(await fingerprint()).toBe(before);
  });

  test('finds by its identifier what came in another way, and lets namesakes have addresses of their own', async () => {
    const key = 'somewhere:sofia';
    const row = placeRow(key);
    await bring([{ ...row, state: 'published', facts: { slug: 'sofia', country: 'BG', wikidata: 'Q472' } }]);
    const heading = CITIES.slice(0, CITIES.indexOf('\n') + 1);
    const { places } = await bringTables(
      `${heading}Q472,Sofia,Sofia,Sofia,صوفيا,BG,42.6975,23.3242,,,727011,naturalearth,\nQ239,Stuttgart,,Stuttgart,,US,34.5,-91.55,,,,naturalearth,\n`,
      'source,target,stated\nQ472,Q1022,both\n',
    );
    expect(places).toMatchObject({ created: 1, known: 1 });
    const rows = await database.admin<{ slug: string }[]>`select slug from place where wikidata in ('Q472', 'Q239')`;
    expect(rows.map(({ slug }) => slug).toSorted()).toEqual(['sofia', 'stuttgart-us']);
  });
});
