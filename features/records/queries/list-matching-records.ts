import { type SQL, sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { record, unit } from '#db/schema/records.ts';
import type { Actor } from '#features/ledger/model.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';
import { type ByLocale, nearestText } from '#i18n/nearest-text.ts';
import { Problem } from '#platform/problem.ts';
import { foldName } from '../fold-name.ts';
import { kilometresBetween, pointOf } from '../internal/distance.ts';
import { folded } from '../internal/folded.ts';
import type { KindName } from '../model.ts';
import { mayReadDrafts } from '../policy.ts';
import type { ReferenceOption } from './list-reference-options.ts';

/** A record that somebody may mean. */
export interface MatchingRecord extends ReferenceOption {
  titleLocale: Locale | null;
  /** The address part of the newest facts. */
  slug: string | null;
  /** What sort of thing the facts call it, such as `city`; `null` where they say nothing. */
  sort: string | null;
  /** Two capital letters; `null` where the facts name no country. */
  country: string | null;
  /** Whether readers see it. */
  isPublic: boolean;
  /** Whether a name of it is just what was typed, in any spelling, or it lies where was asked for. */
  isTwin: boolean;
}

/** What somebody looks for. */
export interface MatchQuestion {
  kinds: readonly KindName[];
  /** Words of a name in any language and spelling, or a short name; empty for the first of all. Untrusted. */
  search: string;
  locale: Locale;
  limit: number;
  /** Records that lie here are meant as well, whatever their name. */
  near?: { latitude: number; longitude: number } | undefined;
}

/** So far apart two records of one city may lie: they name its middle, its port or its town hall. */
export const SAME_PLACE_KM = 25;

interface Row extends Record<string, unknown> {
  id: string;
  ref: string;
  kind: KindName;
  slug: string | null;
  sort: string | null;
  country: string | null;
  isPublic: boolean;
  isTwin: boolean;
  titles: ByLocale;
}

/**
 * The records that somebody may mean by what they typed, drafts among them: first those that bear just this name, then those
 * that begin with it, then what readers see.
 *
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function listMatchingRecords(actor: Actor, question: MatchQuestion): Promise<MatchingRecord[]> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const { kinds, search, locale, limit } = question;
  const typed = foldName(search).trim().replaceAll(/\s+/gu, ' ');
  const name = folded(sql`t.content ->> 'title'`);
  const first = FALLBACK[locale].map((one) => sql`m.titles ->> ${one}`);
  const rows = await appDb().execute<Row>(sql`
    with met as (
      select r.id, r.ref, r.kind, r.slug, f.content ->> 'kind' as sort, f.content ->> 'country' as country,
        f.published_rev is not null as "isPublic", ${isNear(question)} as near,
        jsonb_object_agg(t.scope, t.content ->> 'title') filter (where t.content ? 'title') as titles,
        coalesce(bool_or(${typed} <> '' and ${name} = ${typed}), false) as same,
        coalesce(bool_or(${typed} <> '' and ${name} like ${patternOf(typed)} || '%'), false) as begins
      from ${record} r join ${unit} f on f.record_id = r.id and f.scope = 'facts'
        left join ${unit} t on t.record_id = r.id and t.scope <> 'facts'
      where r.deleted_at is null and r.kind = any(string_to_array(${kinds.join(' ')}, ' '))
        and (${meets(typed, question)} or ${isNear(question)})
      group by r.id, f.content, f.published_rev
    )
    select m.id, m.ref, m.kind, m.slug, m.sort, m.country, m."isPublic", m.same or m.near as "isTwin", coalesce(m.titles, '{}') as titles
    from met m order by m.same desc, m.near desc, m.begins desc, m."isPublic" desc,
      coalesce(${sql.join(first, sql`, `)}, m.ref) collate "und-x-icu", m.id
    limit ${limit}`);
  return [...rows].map((row) => matchOf(row, locale));
}

/** Whether all that was typed stands in the names of one language, or is a short name; of nothing, what was changed last. */
function meets(typed: string, { kinds, limit }: MatchQuestion): SQL {
  const words = typed
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 8);
  if (words.length === 0) {
    return sql`r.id in (select l.id from ${record} l join ${unit} c on c.record_id = l.id and c.scope = 'facts'
      where l.deleted_at is null and l.kind = any(string_to_array(${kinds.join(' ')}, ' '))
      order by c.updated_at desc, l.id limit ${limit})`;
  }
  const names = folded(
    sql`concat_ws(' ', n.content ->> 'title', n.content ->> 'abbreviation', n.content ->> 'aliases')`,
  );
  const all = words.map((word) => sql`o.names like '%' || ${patternOf(word)} || '%'`);
  return sql`(lower(r.ref) = ${typed} or r.id in (
    select o.record_id from (select n.record_id, ${names} as names from ${unit} n where n.scope <> 'facts' offset 0) o
    where ${sql.join(all, sql` and `)}))`;
}

function isNear({ near }: MatchQuestion): SQL {
  if (near === undefined) return sql`false`;
  const point = { latitude: sql`${near.latitude}::float8`, longitude: sql`${near.longitude}::float8` };
  return sql`coalesce(${kilometresBetween(point, pointOf(sql`f.content`))} <= ${SAME_PLACE_KM}, false)`;
}

/** What was typed is no pattern. */
function patternOf(text: string): string {
  return text.replaceAll(/[\\%_]/gu, String.raw`\$&`);
}

function matchOf({ titles, ...row }: Row, reader: Locale): MatchingRecord {
  const named = nearestText(titles, reader);
  return { ...row, titleLocale: named?.locale ?? null, title: named?.text ?? row.ref };
}
