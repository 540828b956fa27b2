import { type SQL, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { partnershipParty } from '#db/schema/partnerships.ts';
import { place, placeName } from '#db/schema/places.ts';
import { collated } from '#db/sql/collated.ts';
import { type Cursor, cutPage } from '#features/records/list-cursor.ts';
import { localeOf } from '#i18n/nearest-text.ts';
import type { Locale } from '#i18n/locales.ts';
import type { PlaceQuestion } from '../list-question.ts';

/** A place in a list. */
export interface ListedName {
  id: string;
  slug: string;
  country: string;
  kind: string;
  latitude: number | null;
  longitude: number | null;
  title: string;
  textLocale: Locale;
  letter: string;
  /** How many published partnerships it has. */
  partnerships: number;
}

/** One page of the alphabetical list of places. */
export interface PlacePage {
  places: ListedName[];
  /** All that meet the question. */
  total: number;
  next: Cursor | null;
  previous: Cursor | null;
  /** The headings that have names, whichever letter is asked for. */
  letters: string[];
  /** The countries that have places, with their numbers, the most first. */
  countries: { code: string; count: number }[];
}

interface Row extends Record<string, unknown> {
  id: string;
  slug: string;
  country: string;
  kind: string;
  latitude: number | null;
  longitude: number | null;
  title: string;
  textLocale: string;
  letter: string;
  sortKey: string;
  partnerships: number;
}

interface Totals extends Record<string, unknown> {
  total: number;
  letters: string[] | null;
  countries: { code: string; count: number }[];
}

/** One page of the places that meet a question, in the alphabetical order of the reader's language. */
export async function findPlacePage(
  question: PlaceQuestion,
  { locale, size }: { locale: Locale; size: number },
): Promise<PlacePage> {
  const rows = await readRows(question, { locale, size });
  const [totals = { total: 0, letters: null, countries: [] }] = await readTotals(question, locale);
  const { shown, ...ways } = cutPage(rows, question, { size, cursorOf: ({ sortKey, id }) => ({ key: sortKey, id }) });
  return {
    places: shown.map(({ sortKey: _sortKey, textLocale, ...row }) => ({ ...row, textLocale: localeOf(textLocale) })),
    total: totals.total,
    ...ways,
    letters: totals.letters ?? [],
    countries: totals.countries,
  };
}

async function readRows(question: PlaceQuestion, { locale, size }: { locale: Locale; size: number }): Promise<Row[]> {
  const { after, before } = question;
  const cursor = before ?? after;
  const order = collated(sql`n.sort_key`, locale);
  const [direction, beyond] = before === null ? [sql`asc`, sql`>`] : [sql`desc`, sql`<`];
  const start =
    cursor === null
      ? sql`true`
      : sql`(${order}, n.place_id) ${beyond} (${collated(sql`${cursor.key}::text`, locale)}, ${cursor.id}::uuid)`;
  const rows = await publicDb().execute<Row>(sql`
    select p.id, p.slug, p.country, p.kind, p.latitude::float8 as latitude, p.longitude::float8 as longitude, n.title, n.text_locale as "textLocale", n.letter, n.sort_key as "sortKey",
      (select count(distinct y.partnership_id)::int from ${partnershipParty} y where y.place_id = p.id) as partnerships
    from ${placeName} n join ${place} p on p.id = n.place_id
    where n.locale = ${sql.raw(`'${locale}'`)} and ${inCountries(question)} and ${underLetter(question)} and ${start}
    order by ${order} ${direction}, n.place_id ${direction} limit ${size + 1}`);
  return [...rows];
}

async function readTotals(question: PlaceQuestion, locale: Locale): Promise<Totals[]> {
  const from = sql`from ${placeName} n join ${place} p on p.id = n.place_id where n.locale = ${sql.raw(`'${locale}'`)}`;
  const rows = await publicDb().execute<Totals>(sql`
    select (select count(*)::int ${from} and ${inCountries(question)} and ${underLetter(question)}) as total,
      (select array_agg(distinct n.letter) ${from} and ${inCountries(question)}) as letters,
      (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'count', count) order by count desc, code), '[]')
        from (select p.country as code, count(*)::int as count ${from} group by 1) by_country) as countries`);
  return [...rows];
}

function inCountries({ countries }: PlaceQuestion): SQL {
  return countries.length === 0 ? sql`true` : sql`p.country = any(string_to_array(${countries.join(' ')}, ' '))`;
}

function underLetter({ letter }: PlaceQuestion): SQL {
  return letter === null ? sql`true` : sql`n.letter = ${letter}`;
}
