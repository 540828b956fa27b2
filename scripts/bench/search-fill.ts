import { readFileSync } from 'node:fs';
import type postgres from 'postgres';
import { v5 as uuidv5 } from 'uuid';
import { z } from 'zod';
import { sortKeyOf } from '#features/records/sort-key.ts';
import { RIVAL_TABLE } from './search-rivals.ts';
import type { BenchCity, BenchRegister } from './search-rows.ts';

const SPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';
const place = z.tuple([z.string(), z.string(), z.string(), z.string(), z.string(), z.array(z.string())]);
const theme = z.tuple([z.string(), z.string(), z.string(), z.string()]);
const partnership = z.tuple([z.string(), z.string(), z.array(z.string()), z.array(z.string()), z.string()]);
const story = z.tuple([z.string(), z.string(), z.string()]);
const corpus = z.object({
  places: z.array(place),
  themes: z.array(theme),
  partnerships: z.array(partnership),
  stories: z.array(story),
});
type Corpus = z.infer<typeof corpus>;
type Row = Record<string, unknown>;

/** Published rows by table, in the order in which they can be inserted. */
interface PublishedRows {
  place: Row[];
  place_text: Row[];
  theme: Row[];
  theme_text: Row[];
  partnership: Row[];
  partnership_text: Row[];
  partnership_party: Row[];
  partnership_theme: Row[];
  story: Row[];
  story_text: Row[];
}

const AT = '2026-01-01T00:00:00Z';

/** The small register that the Arabic test set asks about. */
export function readCorpus(): Corpus {
  return corpus.parse(JSON.parse(readFileSync(new URL('../../tests/search/corpus.json', import.meta.url), 'utf8')));
}

/** Puts registers straight into the published tables, as releases would have; nothing is drafted. */
export async function fillPublished(
  admin: postgres.Sql,
  tested: Corpus,
  { cities, links }: BenchRegister,
): Promise<void> {
  const rows = emptyRows();
  addCorpus(rows, tested);
  for (const city of cities) addPlace(rows, city);
  const names = new Map(cities.map(({ key, names: own }) => [key, own]));
  for (const [one, other] of links) {
    const [ar, de, en] = (['ar', 'de', 'en'] as const).map(
      (locale) => `${names.get(one)?.[locale] ?? ''} – ${names.get(other)?.[locale] ?? ''}`,
    );
    addPartnership(rows, { key: `${one}-${other}`, type: 'twinning', sides: [one, other], titles: { ar, de, en } });
  }
  for (const [table, all] of tablesOf(rows)) {
    for (let from = 0; from < all.length; from += 5000) {
      const some = JSON.stringify(all.slice(from, from + 5000));
      await admin.unsafe(
        `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::text::jsonb)`,
        [some],
      );
    }
  }
  // As a release does it: the index follows the marks of page tags.
  await admin`
    insert into cache_tag (tag, at)
    select 'record:' || id, now() from (select id from place union all select id from theme
      union all select id from partnership union all select id from story) published`;
  await admin.unsafe(RIVAL_TABLE);
  await admin`analyze`;
}

function tablesOf(rows: PublishedRows): [table: string, all: Row[]][] {
  return Object.entries({ ...rows });
}

function emptyRows(): PublishedRows {
  return {
    place: [],
    place_text: [],
    theme: [],
    theme_text: [],
    partnership: [],
    partnership_text: [],
    partnership_party: [],
    partnership_theme: [],
    story: [],
    story_text: [],
  };
}

function addCorpus(rows: PublishedRows, { places, themes, partnerships, stories }: Corpus): void {
  for (const [key, country, ar, de, en, aliases] of places) {
    addPlace(rows, { key, country, names: { ar, de, en }, aliases });
  }
  for (const [key, ar, de, en] of themes) {
    rows.theme.push({ ...recordRow('theme', key), sdgs: [] });
    rows.theme_text.push(...textRows(['theme', key], { ar, de, en }));
  }
  const nameOf = new Map(places.map(([key, , ar]) => [key, ar]));
  for (const [key, type, sides, about, lead] of partnerships) {
    const ar = sides.map((side) => nameOf.get(side)).join(' – ');
    addPartnership(rows, { key, type, sides, titles: { ar }, lead });
    rows.partnership_theme.push(
      ...about.map((one, position) => {
        return { partnership_id: idOf('partnership', key), theme_id: idOf('theme', one), position };
      }),
    );
  }
  for (const [key, title, lead] of stories) {
    rows.story.push(recordRow('story', key));
    rows.story_text.push(...textRows(['story', key], { ar: title }, { lead }));
  }
}

function addPlace(rows: PublishedRows, { key, country, names, aliases }: BenchCity): void {
  rows.place.push({ ...recordRow('place', key), kind: 'city', country });
  for (const row of textRows(['place', key], names)) {
    const isArabic = row['locale'] === 'ar';
    const sort = sortKeyOf(String(row['title']), isArabic ? 'ar' : 'en');
    rows.place_text.push({ ...row, aliases: isArabic ? aliases : [], sort_key: sort });
  }
}

interface BenchPartnership {
  key: string;
  type: string;
  sides: readonly string[];
  titles: Record<string, string | undefined>;
  lead?: string;
}

function addPartnership(rows: PublishedRows, { key, type, sides, titles, lead }: BenchPartnership): void {
  rows.partnership.push({ ...recordRow('partnership', key), type, sdgs: [] });
  rows.partnership_text.push(...textRows(['partnership', key], titles, { lead }));
  const partnershipId = idOf('partnership', key);
  rows.partnership_party.push(
    ...sides.map((side, position) => {
      return { partnership_id: partnershipId, id: `p${String(position)}`, position, place_id: idOf('place', side) };
    }),
  );
}

function recordRow(kind: string, key: string): Row {
  const slug = key.toLowerCase();
  return { id: idOf(kind, key), ref: `${kind}-${slug}`, slug, source_locale: 'ar', published_at: AT };
}

function textRows(
  [kind, key]: readonly [kind: string, key: string],
  titles: Record<string, string | undefined>,
  more: Row = {},
): Row[] {
  return Object.entries(titles).map(([locale, title]) => {
    return { [`${kind}_id`]: idOf(kind, key), locale, title, labels: {}, published_at: AT, ...more };
  });
}

function idOf(kind: string, key: string): string {
  return uuidv5(`${kind}:${key}`, SPACE);
}
