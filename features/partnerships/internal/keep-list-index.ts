import { sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import { LOCALES, type Locale } from '#i18n/locales.ts';
import { type IndexedRow, indexRows, type ListIndex } from './list-index.ts';
import { byFacet } from '../list-question.ts';
import { checkedSince } from '../unchecked.ts';

/** A release that began earlier may be entered later; so many of the last lines tell whether one came in between. */
const LINES_WATCHED = 1000;

interface Kept {
  state: string;
  index: Promise<ListIndex>;
}

let kept: Kept | null = null;

/**
 * The index of everything that is published, kept until the next release (docs/decisions/0027-lists-are-counted-in-memory.md).
 *
 * @param day - the calendar day whose statuses count, `YYYY-MM-DD`
 */
export async function getListIndex(day: string): Promise<ListIndex> {
  const state = `${day} ${await findState()}`;
  if (kept?.state === state) return kept.index;
  const index = readRows(day).then(indexRows);
  const mine = { state, index };
  kept = mine;
  index.catch(() => {
    if (kept === mine) kept = null;
  });
  return index;
}

/** Every release and every withdrawal is one line more. */
async function findState(): Promise<string> {
  const [row] = await publicDb().execute<{ state: string }>(sql`
    select coalesce(max(id), 0) || ' ' || count(*) as state
    from (select id from release_log order by id desc limit ${LINES_WATCHED}) l`);
  return row?.state ?? '';
}

type Row = Record<string, string | null> & { id: string; changed: string; title: string };

/** One statement, so that all of it is of one moment. Values have no spaces. */
async function readRows(day: string): Promise<IndexedRow[]> {
  const rows = await publicDb().execute<Row>(sql`
    with side as (
      select y.partnership_id, string_agg(distinct y.place_id::text, ' ') as place,
        string_agg(distinct y.organisation_id::text, ' ') as organisation,
        string_agg(distinct coalesce(l.country, o.country), ' ') as country
      from partnership_party y left join place l on l.id = y.place_id left join organisation o on o.id = y.organisation_id
      group by 1
    ), named as (
      select partnership_id, string_agg(locale, ' ') as language, ${titles()} from partnership_text group by 1
    ), themed as (
      select partnership_id, string_agg(theme_id::text, ' ') as theme from partnership_theme group by 1
    ), carried as (
      select partnership_id, string_agg(programme_id::text, ' ') as programme from partnership_programme group by 1
    ), checked as (
      select distinct record_id from claim where accepted and checked_on >= ${checkedSince(day)}
    )
    select p.id, p.since, p.type, to_char(p.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as changed,
      s.status, side.*, named.*, theme, programme, case when c.record_id is null then 'needed' end as check
    from partnership p join named on named.partnership_id = p.id
      left join side on side.partnership_id = p.id left join themed on themed.partnership_id = p.id
      left join carried on carried.partnership_id = p.id left join checked c on c.record_id = p.id
      left join partnership_status s on s.partnership_id = p.id and s.from_day <= ${day}
        and (s.until_day is null or s.until_day > ${day})`);
  return [...rows].map(asIndexed);
}

function titles() {
  const each = LOCALES.map(
    (locale) => sql`max(title) filter (where locale = ${locale}) as ${sql.identifier(titleColumn(locale))}`,
  );
  return sql.join(each, sql`, `);
}

function titleColumn(locale: Locale): string {
  return `title_${locale}`;
}

function asIndexed(row: Row): IndexedRow {
  const known = LOCALES.flatMap((locale) => {
    const title = row[titleColumn(locale)];
    return typeof title === 'string' ? [[locale, title] as const] : [];
  });
  return {
    id: row.id,
    since: row['since'] ?? null,
    changed: row.changed,
    titles: Object.fromEntries(known),
    values: byFacet((facet) => row[facet]?.split(' ') ?? []),
  };
}
