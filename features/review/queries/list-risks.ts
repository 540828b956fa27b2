import { sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import type { Actor } from '#features/ledger/model.ts';
import { checkedSince } from '#features/partnerships/unchecked.ts';
import { type ByLocale, type LocalText, nearestText } from '#i18n/nearest-text.ts';
import { mayReadDrafts } from '#features/records/policy.ts';
import type { PartnershipStatus } from '#features/vocabulary/model.ts';
import type { Locale } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';

/** Why the facts of a partnership want looking at, the most pressing first. */
export const RISKS = ['expired', 'expiring', 'contradicted', 'old', 'unchecked'] as const;

/** Why the facts of a partnership want looking at. */
export type Risk = (typeof RISKS)[number];

/** A published partnership whose facts want looking at. */
export interface RiskyPartnership {
  /** Of the record. */
  id: string;
  ref: string;
  /** In the reader's language or the nearest that has one. */
  title: LocalText | null;
  risk: Risk;
  /** On the day for which the question was asked; `null` where it was never computed. */
  status: PartnershipStatus | null;
  /** The day on which the status changes next or changed last, `YYYY-MM-DD`. */
  changesOn: string | null;
  /** The newest check of a fact that is shown; a partial date. */
  checkedOn: string | null;
  /** The newest revision of the facts, for `confirmFacts`. */
  headRev: number;
}

/** One page of them, with all that there are by risk. */
export interface RiskPage {
  rows: RiskyPartnership[];
  counts: Record<Risk, number>;
  /** The sum of these. */
  all: number;
}

interface Wish {
  locale: Locale;
  /** The calendar day, `YYYY-MM-DD`. */
  day: string;
  most: number;
  risk?: Risk | undefined;
  offset?: number | undefined;
  /** `most` of each risk instead of all together. */
  isEach?: boolean;
}

interface Row extends Record<string, unknown> {
  rows: (Omit<RiskyPartnership, 'title'> & { titles: ByLocale | null })[] | null;
  counts: Partial<Record<Risk, number>> | null;
}

/** An agreement that ends within so many days is a matter for today. */
const EXPIRING_DAYS = 90;

/**
 * Published partnerships whose facts want looking at: what readers see is expired or expires soon, sources contradict each
 * other and nobody has looked at it since, or nobody has checked for two years; imports that nobody has looked at come last.
 *
 * @throws Problem `forbidden`: this list is for staff
 */
export async function listRisks(actor: Actor, wish: Wish): Promise<RiskPage> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const [row] = await appDb().execute<Row>(statement(wish));
  const counts = Object.fromEntries(RISKS.map((risk) => [risk, row?.counts?.[risk] ?? 0]));
  return {
    rows: (row?.rows ?? []).map(({ titles, ...rest }) => ({ ...rest, title: nearestText(titles ?? {}, wish.locale) })),
    // Every risk is a key.
    counts: counts as Record<Risk, number>,
    all: Object.values(counts).reduce((sum, count) => sum + count, 0),
  };
}

/** In one pass over all of them: it is a table of some thousand narrow rows, and every risk is counted anyway. */
function statement({ day, most, offset = 0, risk, isEach = false }: Wish) {
  const since = checkedSince(day);
  const group = isEach ? sql`partition by risk` : sql``;
  const wanted = risk === undefined ? sql`true` : sql`risk = ${risk}`;
  return sql`
    with checked as (
      select record_id, max(checked_on) filter (where accepted) as checked_on from claim group by record_id
    ), contradicted as (
      select distinct a.record_id from claim a join claim b on b.record_id = a.record_id and b.path = a.path
        and b.field is not distinct from a.field
      where a.accepted and not b.accepted and b.value is not null and (a.checked_on is null or a.checked_on < ${since})
    ), imported as (
      select record_id from source group by record_id having bool_and(kind is not distinct from 'dataset')
    ), standing as (
      select p.id, p.ref, s.status, s.until_day, s.from_day, c.checked_on,
        case
          when s.status = 'expired' then 'expired'
          when s.status = 'active' and s.until_day <= (${day}::date + ${EXPIRING_DAYS}::int)::text then 'expiring'
          when x.record_id is not null then 'contradicted'
          when i.record_id is not null and c.checked_on is null then 'unchecked'
          when c.checked_on is null or c.checked_on < ${since} then 'old'
        end as risk
      from partnership p
      left join partnership_status s on s.partnership_id = p.id and s.from_day <= ${day}
        and (s.until_day is null or s.until_day > ${day})
      left join checked c on c.record_id = p.id
      left join contradicted x on x.record_id = p.id
      left join imported i on i.record_id = p.id
    ), risky as (
      select * from standing where risk is not null
    ), placed as (
      select *, row_number() over (
        ${group} order by array_position(array['expired', 'expiring', 'contradicted', 'old', 'unchecked'], risk),
          coalesce(until_day, ''), coalesce(checked_on, ''), ref
      ) as place
      from risky where ${wanted}
    ), chosen as (
      select * from placed where place > ${offset}::int and place <= ${offset}::int + ${most}::int
    )
    select
      (select jsonb_object_agg(risk, n) from (select risk, count(*)::int as n from risky group by risk) by_risk) as counts,
      (select jsonb_agg(jsonb_build_object('id', c.id, 'ref', c.ref, 'risk', c.risk, 'status', c.status,
          'changesOn', case when c.risk = 'expired' then c.from_day else c.until_day end, 'checkedOn', c.checked_on,
          'headRev', u.head_rev, 'titles', (select jsonb_object_agg(t.locale, t.title) from partnership_text t
            where t.partnership_id = c.id)) order by c.place)
        from chosen c
        join unit u on u.record_id = c.id and u.scope = 'facts') as rows`;
}
