import { type SQL, sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { person } from '#db/schema/accounts.ts';
import { record, recordRef, unit } from '#db/schema/records.ts';
import { type Actor, personIdOf } from '#features/ledger/model.ts';
import type { KindName } from '#features/records/model.ts';
import { mayReadDrafts } from '#features/records/policy.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';
import { conditionsOf, STANDING_OF_ONE } from '../internal/conditions.ts';
import { type Grouping, type Question, TYPES_OF } from '../model.ts';

/** How many records of a list have one value. */
export interface GroupCount {
  /** As a condition writes it; `none` for those without any. */
  value: string;
  /** What a person or a theme is called; `null` where the value is a word of a closed list. */
  label: string | null;
  count: number;
}

const GROUPS_SHOWN = 200;

/**
 * How the records that a question holds are spread, the most frequent first. A record with several values counts under each.
 *
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function countGroups(
  actor: Actor,
  question: Question,
  { kind, locale, day, grouping }: { kind: KindName; locale: Locale; day: string; grouping: Grouping },
): Promise<GroupCount[]> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const where = conditionsOf(question, { person: personIdOf(actor), day, kind });
  const { from, value, label } = valuesOf(grouping, { kind, locale });
  const rows = await appDb().execute<{ value: string; label: string | null; count: number }>(sql`
    with listed as materialized (select ${record.id} as id from ${record} where ${sql.join(where, sql` and `)})
    select coalesce(${value}, 'none') as value, max(${label}) as label, count(distinct listed.id)::int as count
    from listed ${from} group by 1 order by 3 desc, 1 limit ${GROUPS_SHOWN}`);
  return rows.map(({ value: found, label: name, count }) => ({ value: found, label: name, count }));
}

interface Values {
  /** What is joined to the records of the list. */
  from: SQL;
  value: SQL;
  label: SQL;
}

const NO_LABEL = sql`null::text`;

function valuesOf(grouping: Grouping, { kind, locale }: { kind: KindName; locale: Locale }): Values {
  switch (grouping) {
    case 'assignee':
      return {
        from: sql`left join ${unit} one on one.record_id = listed.id and one.assignee is not null
          left join ${person} doer on doer.id = one.assignee`,
        value: sql`one.assignee::text`,
        label: sql`doer.name`,
      };
    case 'country':
      return { from: countriesOf(kind), value: sql`facts.content ->> 'country'`, label: NO_LABEL };
    case 'type':
      return {
        from: sql`left join ${unit} facts on facts.record_id = listed.id and facts.scope = 'facts'`,
        value: sql`facts.content ->> ${TYPES_OF[kind]?.field ?? ''}::text`,
        label: NO_LABEL,
      };
    case 'theme':
      return {
        from: sql`left join (select pointer.record_id, theme.id, theme.ref from ${recordRef} pointer
          join ${record} theme on theme.id = pointer.target_id and theme.kind = 'theme' where pointer.scope = 'facts')
          theme on theme.record_id = listed.id`,
        value: sql`theme.ref`,
        label: titleOf(sql`theme.id`, locale),
      };
    default:
      return {
        from: sql`left join ${unit} one on one.record_id = listed.id and one.scope = ${grouping}`,
        value: STANDING_OF_ONE,
        label: NO_LABEL,
      };
  }
}

function countriesOf(kind: KindName): SQL {
  if (kind !== 'partnership') {
    return sql`left join ${unit} facts on facts.record_id = listed.id and facts.scope = 'facts'`;
  }
  return sql`left join (select side.record_id, place.content from ${recordRef} side
    join ${unit} place on place.record_id = side.target_id and place.scope = 'facts' and place.content ? 'country'
    where side.scope = 'facts' and side.path like 'parties.%') facts on facts.record_id = listed.id`;
}

function titleOf(id: SQL, locale: Locale): SQL {
  const titles = FALLBACK[locale].map(
    (scope) =>
      sql`(select named.content ->> 'title' from ${unit} named where named.record_id = ${id} and named.scope = ${scope})`,
  );
  return sql`coalesce(${sql.join(titles, sql`, `)})`;
}
