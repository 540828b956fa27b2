import type postgres from 'postgres';

/** One column of a table that holds rows of records. */
interface Column {
  table: string;
  column: string;
  isOwner: boolean;
  isGenerated: boolean;
}

/**
 * Multiplies the records of a database by copying their rows in all tables, as nothing but a measurement may: whole records
 * with their units, histories, pointers, audit lines and what readers see of them. Copies get ids, short names, keys and
 * address parts of their own and point to the same records as their originals.
 *
 * @param admin - a superuser's connection
 */
export async function copyRecords(admin: postgres.Sql, copies: number): Promise<void> {
  await admin.unsafe(`
    create temp table copied as
    select r.id as old_id, gen_random_uuid() as new_id, c as copy, left(r.ref, 2)
      || nextval('record_ref_' || lower(left(r.ref, 1))) as ref
    from record r cross join generate_series(1, ${String(copies)}) c`);
  const columns = await listColumns(admin);
  for (const table of inOrder([...new Set(columns.map((one) => one.table))])) {
    const own = columns.filter((one) => one.table === table && !one.isGenerated);
    const owner = own.find(({ isOwner }) => isOwner)?.column ?? '';
    const values = own.map((one) => valueOf(one)).join(', ');
    const names = own.map(({ column }) => `"${column}"`).join(', ');
    await admin.unsafe(
      `insert into "${table}" (${names}) select ${values} from "${table}" t join copied m on m.old_id = t."${owner}"`,
    );
  }
  await admin.unsafe('drop table copied');
  await admin.unsafe('vacuum analyze');
}

/** Every table that holds rows of a record, with the column that names it: the first of its key, mostly. */
async function listColumns(admin: postgres.Sql): Promise<Column[]> {
  return admin<Column[]>`
    select c.relname as table, a.attname as column, a.attidentity <> '' as "isGenerated",
      case c.relname when 'audit_event' then a.attname = 'subject_id'
        when 'address' then a.attname = 'record_id' when 'release_log' then a.attname = 'record_id'
        else a.attnum = i.indkey[0] end as "isOwner"
    from pg_class c
    join pg_index i on i.indrelid = c.oid and i.indisprimary
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in (
      'beat', 'cache_tag', 'comment', 'idempotency', 'job', 'mail', 'notice', 'person', 'person_grant', 'presence',
      'preview_link', 'saved_view', 'search_entry', 'search_seen', 'search_synonym', 'search_word', 'session',
      'set_up_link', 'sign_in_attempt', 'site', 'tombstone')
    order by c.relname, a.attnum`;
}

/** What others refer to comes first. */
function inOrder(tables: readonly string[]): string[] {
  const first = [
    'record',
    'unit',
    'revision',
    'place',
    'organisation',
    'programme',
    'theme',
    'partnership',
    'story',
    'page',
  ];
  return [...first, ...tables.filter((table) => !first.includes(table))];
}

function valueOf({ table, column, isOwner }: Column): string {
  if (isOwner) return 'm.new_id';
  // Elsewhere a path is one inside of a record.
  if (table === 'address' && column === 'path') return `t.path || '-' || m.copy`;
  switch (column) {
    case 'ref':
      return 'm.ref';
    case 'slug':
    case 'import_key':
      return `t."${column}" || '-' || m.copy`;
    case 'title':
      return `t.title || ' / ' || m.copy`;
    case 'content':
      return `t.content
        || case when t.content ? 'slug' then jsonb_build_object('slug', t.content ->> 'slug' || '-' || m.copy) else '{}' end
        || case when t.content ? 'title' then jsonb_build_object('title', t.content ->> 'title' || ' / ' || m.copy) else '{}' end`;
    default:
      return `t."${column}"`;
  }
}
