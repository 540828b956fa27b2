import type postgres from 'postgres';

/** What is wrong with a database, by what it is; every number should be 0. */
export type Flaws = Record<string, number>;

const KINDS = ['organisation', 'partnership', 'place', 'programme', 'story', 'theme'];

/** Each statement counts what a transaction cut in half would leave behind. */
const FLAWS: Record<string, string> = {
  'records without facts': `
    select 1 from record r where not exists (select from unit u where u.record_id = r.id and u.scope = 'facts')`,
  'heads without their revision, or with other words': `
    select 1 from unit u left join revision r on (r.record_id, r.scope, r.n) = (u.record_id, u.scope, u.head_rev)
    where r.content is distinct from u.content`,
  'numbers missing in a history': `
    select 1 from unit u join revision r using (record_id, scope)
    group by u.record_id, u.scope, u.head_rev having count(*) <> u.head_rev or max(r.n) <> u.head_rev`,
  'versions behind their history': `select 1 from unit where version < head_rev`,
  'revisions without an audit line, or with several': `
    select 1 from revision r left join audit_event a on a.subject_id = r.record_id and a.scope = r.scope
      and a.revision = r.n and a.outcome = 'done' and a.detail ? 'kind'
    group by r.record_id, r.scope, r.n having count(a.id) <> 1`,
  'audit lines of revisions that are not there': `
    select 1 from audit_event a left join revision r on (r.record_id, r.scope, r.n) = (a.subject_id, a.scope, a.revision)
    where a.detail ? 'kind' and a.outcome = 'done' and r.n is null`,
  'submits without their answer': `select 1 from idempotency where result is null`,
  'pointers that differ from the drafted facts': pointersDiffer('facts', 'u.content'),
  'pointers that differ from the published facts': pointersDiffer('published', 'p.content'),
  'published facts that are not the released revision': `
    select 1 from unit u left join revision p on (p.record_id, p.scope, p.n) = (u.record_id, u.scope, u.published_rev)
      left join (${KINDS.map((kind) => `select id, slug from ${kind}`).join(' union all ')}) t on t.id = u.record_id
    where u.scope = 'facts' and t.slug is distinct from p.content ->> 'slug'`,
  'published texts that are not the released revision': `
    select 1 from unit u left join revision p on (p.record_id, p.scope, p.n) = (u.record_id, u.scope, u.published_rev)
      full join (
        ${KINDS.map((kind) => `select ${kind}_id as id, locale, title, lead from ${kind}_text`).join(' union all ')}
      ) t on t.id = u.record_id and t.locale = u.scope
    where coalesce(u.scope, t.locale) <> 'facts'
      and (t.title is distinct from p.content ->> 'title' or t.lead is distinct from p.content ->> 'lead')`,
  'parties that are not those of the released facts': `
    select 1 from unit u join revision p on (p.record_id, p.scope, p.n) = (u.record_id, u.scope, u.published_rev)
      join record r on r.id = u.record_id and r.kind = 'partnership'
    where u.scope = 'facts' and (
      select jsonb_agg(y.place_id::text order by y.position) from partnership_party y where y.partnership_id = u.record_id
    ) is distinct from (select jsonb_agg(x.value ->> 'place' order by x.n)
      from jsonb_array_elements(p.content -> 'parties') with ordinality x (value, n))`,
  'live addresses of records that readers cannot see': `
    select 1 from address a left join unit u on u.record_id = a.record_id and u.scope = 'facts'
    where a.state = 'live' and u.published_rev is null`,
  'words that were saved twice': `
    select 1 from (select substring(content::text from 'tok-[0-9a-f-]{36}') as token from revision) found
    where token is not null group by token having count(*) > 1`,
};

/** In contents, a string that is an id points to a record. */
function pointersDiffer(scope: 'facts' | 'published', content: string): string {
  return `
    select 1 from unit u left join revision p on (p.record_id, p.scope, p.n) = (u.record_id, u.scope, u.published_rev)
    where u.scope = 'facts' and (
      select array_agg(distinct f.target_id::text order by f.target_id::text) from record_ref f
      where f.record_id = u.record_id and f.scope = '${scope}'
    ) is distinct from (
      select array_agg(distinct x.id[1] order by x.id[1])
      from regexp_matches(${content}::text, '"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"', 'g') x (id)
    )`;
}

/** Looks for everything that a half-written transaction would leave behind. */
export async function findFlaws(admin: Pick<postgres.Sql, 'unsafe'>): Promise<Flaws> {
  const counts = Object.entries(FLAWS).map(
    ([name, flaw]) => `select '${name}' as name, count(*)::int from (${flaw}) f`,
  );
  const rows = await admin.unsafe<{ name: string; count: number }[]>(counts.join(' union all '));
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

/** How much is wrong altogether. */
export function sumOf(flaws: Flaws): number {
  return Object.values(flaws).reduce((sum, count) => sum + count, 0);
}

/** One save or release that was answered. */
export interface Acknowledged {
  record: string;
  scope: string;
  rev: number;
  /** What stands in the content; `null` for a release. */
  token: string | null;
}

/** How many of the answered saves and releases are not there. */
export async function countLost(admin: postgres.Sql, acknowledged: readonly Acknowledged[]): Promise<number> {
  const [row] = await admin<{ lost: number }[]>`
    select count(*)::int as lost
    from jsonb_to_recordset(${admin.json(acknowledged.map((one) => ({ ...one })))}) as a (record uuid, scope text, rev int, token text)
    left join revision r on (r.record_id, r.scope, r.n) = (a.record, a.scope, a.rev)
    left join unit u on (u.record_id, u.scope) = (a.record, a.scope)
    where r.n is null or (a.token is not null and position(a.token in r.content::text) = 0)
      or (a.token is null and coalesce(u.published_rev, 0) < a.rev)`;
  return row?.lost ?? 0;
}
