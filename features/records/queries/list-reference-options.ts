import { sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { record, unit } from '#db/schema/records.ts';
import type { Actor } from '#features/ledger/model.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';
import type { KindName } from '../model.ts';
import { mayReadDrafts } from '../policy.ts';

/** A record that a field may point to. */
export interface ReferenceOption {
  id: string;
  ref: string;
  kind: KindName;
  /** In the reader's language or the nearest that has one; the short name where none has. */
  title: string;
}

/** What the fields of a form know of other records before anybody types. */
export interface KnownOptions {
  options: ReferenceOption[];
  /** The kinds of which these are all there are. */
  wholeKinds: KindName[];
}

interface Row extends Record<string, unknown> {
  id: string;
  ref: string;
  kind: KindName;
  title: string;
  isWhole: boolean;
}

/** A form carries all records of a kind that has no more; of larger kinds it asks as somebody types. */
const WHOLE_MAX = 200;

/**
 * The records that a form names already, and all of the kinds that have few; those outside the trash, drafts among them.
 *
 * @param chosen - ids that must be among them, whatever their kind
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function listReferenceOptions(
  actor: Actor,
  { kinds, chosen, locale }: { kinds: readonly KindName[]; chosen: readonly string[]; locale: Locale },
): Promise<KnownOptions> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  if (kinds.length === 0) return { options: [], wholeKinds: [] };
  const titles = FALLBACK[locale].map((one) => sql`max(u.content ->> 'title') filter (where u.scope = ${one})`);
  const rows = await appDb().execute<Row>(sql`
    with whole as (
      select kind from ${record} where deleted_at is null and kind = any(string_to_array(${kinds.join(' ')}, ' '))
      group by kind having count(*) <= ${WHOLE_MAX}
    ), known as (
      select r.id, r.ref, r.kind, w.kind is not null as whole from ${record} r left join whole w on w.kind = r.kind
      where r.deleted_at is null
        and (w.kind is not null or r.id = any(string_to_array(${chosen.join(' ')}, ' ')::uuid[]))
    ), named as (
      select k.id, k.ref, k.kind, k.whole, coalesce(${sql.join(titles, sql`, `)}, k.ref) as title
      from known k join ${unit} u on u.record_id = k.id group by k.id, k.ref, k.kind, k.whole
    )
    select id, ref, kind, whole as "isWhole", title from named order by title collate "und-x-icu", id`);
  return {
    options: [...rows].map(({ isWhole: _isWhole, ...option }) => option),
    wholeKinds: [...new Set([...rows].filter(({ isWhole }) => isWhole).map(({ kind }) => kind))],
  };
}
