import { sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { record, recordRef, unit } from '#db/schema/records.ts';
import type { Actor } from '#features/ledger/model.ts';
import type { Locale } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';
import type { KindName } from '../model.ts';
import { type ByLocale, type LocalText, nearestText } from '#i18n/nearest-text.ts';
import { mayReadDrafts } from '../policy.ts';

/** A record that points to another one. */
export interface Use {
  id: string;
  ref: string;
  kind: KindName;
  title: LocalText | null;
  /** Whether readers follow it there; otherwise it only stands in a draft. */
  isPublic: boolean;
}

/** The records that point to one, the first of them by name. */
export interface Uses {
  rows: Use[];
  /** How many there are in all, and how many of them before readers. */
  total: number;
  published: number;
}

interface Row extends Record<string, unknown> {
  id: string;
  ref: string;
  kind: KindName;
  titles: ByLocale | null;
  isPublic: boolean;
  total: number;
  published: number;
}

const LISTED_MAX = 20;

/**
 * What points to a record, as drafted and before readers; what lies in the trash does not count.
 *
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function listUses(actor: Actor, recordId: string, locale: Locale): Promise<Uses> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const rows = await appDb().execute<Row>(sql`
    with used as (
      select r.id, r.ref, r.kind, bool_or(p.scope = 'published') as public
      from ${recordRef} p join ${record} r on r.id = p.record_id and r.deleted_at is null
      where p.target_id = ${recordId} group by r.id
    )
    select u.id, u.ref, u.kind, u.public as "isPublic", count(*) over ()::int as total,
      count(*) filter (where u.public) over ()::int as published,
      (select jsonb_object_agg(t.scope, t.content ->> 'title') from ${unit} t
        where t.record_id = u.id and t.scope <> 'facts' and t.content ? 'title') as titles
    from used u order by u.public desc, u.kind, u.ref limit ${LISTED_MAX}`);
  const [first] = rows;
  return {
    rows: [...rows].map(({ titles, total: _total, published: _published, ...row }) => ({
      ...row,
      title: nearestText(titles ?? {}, locale),
    })),
    total: first?.total ?? 0,
    published: first?.published ?? 0,
  };
}
