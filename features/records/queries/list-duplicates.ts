import { sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { record, unit } from '#db/schema/records.ts';
import type { Actor } from '#features/ledger/model.ts';
import type { Locale } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';
import { kilometresBetween, pointOf } from '../internal/distance.ts';
import { folded } from '../internal/folded.ts';
import { type ByLocale, type LocalText, nearestText } from '#i18n/nearest-text.ts';
import { mayReadDrafts } from '../policy.ts';
import { SAME_PLACE_KM } from './list-matching-records.ts';

/** One of two records that are probably one. */
export interface Twin {
  id: string;
  ref: string;
  title: LocalText | null;
  isPublic: boolean;
}

/** Two places that are probably one, the older first, and why. */
export interface TwinPair {
  one: Twin;
  other: Twin;
  reason: 'name' | 'wikidata';
  /** How far apart they lie; `null` where that is unknown. */
  kilometres: number | null;
}

interface Side extends Omit<Twin, 'title'> {
  titles: ByLocale | null;
}

interface Row extends Record<string, unknown> {
  one: Side;
  other: Side;
  reason: TwinPair['reason'];
  kilometres: number | null;
}

const PAIRS_MAX = 100;

/**
 * Places that are probably recorded twice: those with one entry in Wikidata, and those that bear one name in any spelling or
 * language and lie within a few kilometres; where it is unknown where one lies, in one country.
 *
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function listDuplicates(actor: Actor, locale: Locale): Promise<TwinPair[]> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const kilometres = kilometresBetween(pointOf(sql`a.content`), pointOf(sql`b.content`));
  const rows = await appDb().execute<Row>(sql`
    with facts as materialized (
      select r.id, r.ref, r.created_at, f.content, f.published_rev is not null as public,
        coalesce(f.content ->> 'wikidata', substring(r.import_key from 'Q[1-9][0-9]*')) as wikidata
      from ${record} r join ${unit} f on f.record_id = r.id and f.scope = 'facts'
      where r.kind = 'place' and r.deleted_at is null
    ), names as materialized (
      select distinct t.record_id as id, ${folded(sql`t.content ->> 'title'`)} as name
      from ${unit} t join facts f on f.id = t.record_id where t.scope <> 'facts' and t.content ? 'title'
    ), pairs as (
      select least(a.id, b.id) as one, greatest(a.id, b.id) as other, 'wikidata' as reason
      from facts a join facts b on a.wikidata = b.wikidata and a.id < b.id
      union
      select a.id, b.id, 'name' from (select distinct x.id as one, y.id as other from names x join names y on x.name = y.name and x.id < y.id) n
      join facts a on a.id = n.one join facts b on b.id = n.other
      where coalesce(${kilometres} <= ${SAME_PLACE_KM}, coalesce(a.content ->> 'country' = b.content ->> 'country', true))
        and coalesce(a.wikidata = b.wikidata, true)
    )
    select ${sideOf('a')} as one, ${sideOf('b')} as other, max(p.reason) as reason, ${kilometres}::float8 as kilometres
    from pairs p join facts a on a.id = p.one join facts b on b.id = p.other
    group by a.id, a.ref, a.public, a.content, b.id, b.ref, b.public, b.content
    order by max(p.reason) desc, a.ref limit ${PAIRS_MAX}`);
  return [...rows].map(({ one, other, ...row }) => ({ ...row, one: named(one, locale), other: named(other, locale) }));
}

function sideOf(name: 'a' | 'b') {
  const side = sql.raw(name);
  return sql`jsonb_build_object('id', ${side}.id, 'ref', ${side}.ref, 'isPublic', ${side}.public, 'titles',
    (select jsonb_object_agg(t.scope, t.content ->> 'title') from ${unit} t
      where t.record_id = ${side}.id and t.scope <> 'facts' and t.content ? 'title'))`;
}

function named({ titles, ...side }: Side, locale: Locale): Twin {
  return { ...side, title: nearestText(titles ?? {}, locale) };
}
