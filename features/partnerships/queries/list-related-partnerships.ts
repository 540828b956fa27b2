import { sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import type { Locale } from '#i18n/locales.ts';
import { type ListedPartnership, listPublishedPartnerships } from './list-published-partnerships.ts';

/** A partnership that has something in common with another. */
export interface RelatedPartnership {
  partnership: ListedPartnership;
  /** The places and organisations that are a side of both. */
  sideIds: string[];
  /** The fields of cooperation that both have. */
  themeIds: string[];
}

/**
 * The partnerships nearest to one: a shared side weighs as much as three shared fields of cooperation.
 *
 * @param id - of a published partnership
 * @returns at most `most`, the nearest first, each with what it shares
 */
export async function listRelatedPartnerships(locale: Locale, id: string, most: number): Promise<RelatedPartnership[]> {
  const rows = await publicDb().execute<{ id: string; sides: string[] | null; themes: string[] | null }>(sql`
    select shared.partnership_id as id,
      array_agg(distinct shared.side) filter (where shared.side is not null) as sides,
      array_agg(distinct shared.theme) filter (where shared.theme is not null) as themes
    from (
      select other.partnership_id, other.place_id as side, null::uuid as theme
        from partnership_party own join partnership_party other on other.place_id = own.place_id
        where own.partnership_id = ${id}
      union
      select other.partnership_id, other.organisation_id, null
        from partnership_party own join partnership_party other on other.organisation_id = own.organisation_id
        where own.partnership_id = ${id}
      union
      select other.partnership_id, null, other.theme_id
        from partnership_theme own join partnership_theme other on other.theme_id = own.theme_id
        where own.partnership_id = ${id}
    ) shared
    where shared.partnership_id <> ${id}
      and exists (select from partnership_text t where t.partnership_id = shared.partnership_id)
    group by shared.partnership_id
    order by 3 * count(distinct shared.side) + count(distinct shared.theme) desc, shared.partnership_id
    limit ${most}
  `);
  const listed = await listPublishedPartnerships(locale, { ids: rows.map((row) => row.id) });
  const byId = new Map(listed.map((one) => [one.id, one]));
  return rows.flatMap((row) => {
    const partnership = byId.get(row.id);
    return partnership === undefined ? [] : [{ partnership, sideIds: row.sides ?? [], themeIds: row.themes ?? [] }];
  });
}
