import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aPlace } from '#tests/support/factories.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { autosaveUnit } from '#features/records/commands/autosave-unit.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { trashRecord } from '#features/records/commands/trash-record.ts';
import { callBy } from '#tests/support/calls.ts';

const database = useTestDatabase();
const { admin } = database;

/** What was published, what became of an address, and when what was released. */
const PUBLIC_TABLES = [
  'address',
  'agreement',
  'claim',
  'decision',
  'milestone',
  'organisation',
  'organisation_text',
  'page',
  'page_text',
  'partnership',
  'partnership_party',
  'partnership_programme',
  'partnership_status',
  'partnership_text',
  'partnership_theme',
  'place',
  'place_name',
  'place_population',
  'place_text',
  'programme',
  'programme_text',
  'project',
  'release_log',
  'search_entry',
  'search_synonym',
  'search_word',
  'source',
  'story',
  'story_link',
  'story_text',
  'theme',
  'theme_text',
];

const STAFF_TABLES = [
  'audit_event',
  'beat',
  'cache_tag',
  'comment',
  'idempotency',
  'imported_unit',
  'job',
  'mail',
  'notice',
  'person',
  'person_grant',
  'presence',
  'preview_link',
  'record',
  'record_ref',
  'revision',
  'saved_view',
  'search_seen',
  'session',
  'set_up_link',
  'sign_in_attempt',
  'site',
  'tombstone',
  'unit',
];

/** Runs statements as a role and takes them back. */
async function as(role: 'madinatan_app' | 'madinatan_public', ...statements: string[]): Promise<string> {
  let outcome = 'allowed';
  await admin
    .begin(async (tx) => {
      await tx.unsafe(`set local role ${role}`);
      for (const statement of statements) await tx.unsafe(statement);
      throw new Error('taken back');
    })
    .catch((thrown: Error & { code?: string }) => {
      if (thrown.message !== 'taken back') outcome = thrown.code ?? thrown.message;
    });
  return outcome;
}

/** Every relation of every schema of ours on which a role has a privilege. */
async function relationsWith(role: string, privilege: string): Promise<string[]> {
  const rows = await admin<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and (has_table_privilege(${role}, c.oid, ${privilege}) or has_any_column_privilege(${role}, c.oid, ${privilege}))
    order by 1`;
  return rows.map(({ name }) => name);
}

describe('the public', () => {
  test('reads what was published, table for table, and nothing else', async () => {
    expect(await relationsWith('madinatan_public', 'select')).toEqual(PUBLIC_TABLES);
  });

  test('writes nothing', async () => {
    for (const privilege of ['insert', 'update', 'references']) {
      expect(await relationsWith('madinatan_public', privilege)).toEqual([]);
    }
    expect(await as('madinatan_public', 'delete from place')).toBe('42501');
    expect(await as('madinatan_public', 'truncate place')).toBe('42501');
    expect(await as('madinatan_public', 'create table mine (x int)')).toBe('42501');
  });

  test.each(STAFF_TABLES)('cannot read %s', async (table) => {
    expect(await as('madinatan_public', `select 1 from ${table}`)).toBe('42501');
  });

  test('calls no function of ours and uses no sequence', async () => {
    const rows = await admin`
      select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname = 'public' and has_function_privilege('madinatan_public', p.oid, 'execute')`;
    expect(rows).toEqual([]);
    const sequences = await admin`
      select s.seqrelid::regclass as name from pg_sequence s
      where has_sequence_privilege('madinatan_public', s.seqrelid, 'usage')`;
    expect(sequences).toEqual([]);
  });
});

describe('the application', () => {
  test('every table belongs to one of the two lists, so that a new one is decided on', async () => {
    const rows = await admin<{ name: string }[]>`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')`;
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...PUBLIC_TABLES, ...STAFF_TABLES].toSorted());
  });

  test('reads all of them and changes none of its history', async () => {
    const readable = await relationsWith('madinatan_app', 'select');
    // The list of migrations tells whether the database is as new as the program.
    expect(readable).toEqual(['__drizzle_migrations', ...PUBLIC_TABLES, ...STAFF_TABLES].toSorted());
    const all = await relationsWith('madinatan_app', 'insert');
    const changed = await relationsWith('madinatan_app', 'update');
    expect(all.filter((table) => !changed.includes(table))).toEqual([
      'audit_event',
      'release_log',
      'revision',
      'tombstone',
    ]);
  });

  test.each([
    'update audit_event set action = action',
    'delete from audit_event',
    'truncate audit_event',
    'update revision set content = content',
    'delete from revision',
    'update release_log set at = now()',
    'delete from release_log',
    'truncate revision',
    'delete from tombstone',
    'delete from unit',
    'delete from record',
    'delete from person',
    'delete from beat',
    'update site set id = gen_random_uuid()',
    'delete from site',
    'truncate unit cascade',
    'alter table unit add column x int',
    'create table mine (x int)',
    'drop table unit',
    'drop function prune_autosaves()',
  ])('is refused: %s', async (statement) => {
    expect(await as('madinatan_app', statement)).toBe('42501');
  });

  test('may not become the owner, and is no superuser', async () => {
    const [row] = await admin`
      select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls,
        pg_has_role('madinatan_app', 'madinatan_owner', 'member') as owner
      from pg_roles where rolname = 'madinatan_app'`;
    expect(row).toEqual({
      rolsuper: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolbypassrls: false,
      owner: false,
    });
  });
});

describe('the two deletions', () => {
  test('run with the owner’s rights and with no search path of the caller', async () => {
    const rows = await admin`
      select proname, prosecdef, proconfig from pg_proc p
      where pronamespace = 'public'::regnamespace order by 1`;
    expect(rows).toEqual([
      { proname: 'prune_autosaves', prosecdef: true, proconfig: ['search_path=pg_catalog, public, pg_temp'] },
      { proname: 'purge_record', prosecdef: true, proconfig: ['search_path=pg_catalog, public, pg_temp'] },
    ]);
  });

  test('purging takes what lies in the trash and refuses the rest', async () => {
    const [kept, gone] = [await aPlace(), await aPlace()];
    await runCommand(trashRecord, { record: gone.id }, callBy());
    expect(await as('madinatan_app', `select purge_record('${kept.id}', null)`)).toBe('23001');
    expect(await as('madinatan_app', `select purge_record('${gone.id}', null)`)).toBe('allowed');
  });

  test('pruning takes old autosaves that nothing stands on', async () => {
    const { id } = await aPlace({ texts: { ar: { title: 'v1' } } });
    const autosave = async (baseRev: number, title: string) =>
      runCommand(autosaveUnit, { record: id, scope: 'ar', baseRev, content: { title } }, callBy());
    await autosave(1, 'v2: needed by the German text');
    await runCommand(saveUnit, { record: id, scope: 'de', baseRev: 0, content: { title: 'Hafen' } }, callBy());
    await autosave(2, 'v3: nothing stands on it');
    await autosave(3, 'v4: nothing stands on it, but it is young');
    await runCommand(saveUnit, { record: id, scope: 'ar', baseRev: 4, content: { title: 'v5: saved' } }, callBy());
    await autosave(5, 'v6: the head');
    await admin`update revision set created_at = now() - interval '31 days' where record_id = ${id}`;
    await admin`update revision set created_at = now() - interval '29 days' where record_id = ${id} and n = 4`;
    const [pruned] = await admin`select prune_autosaves() as count`;
    expect(pruned).toEqual({ count: 1 });
    const rows = await admin`select n from revision where record_id = ${id} and scope = 'ar' order by n`;
    expect(rows.map(({ n }) => n as number)).toEqual([1, 2, 4, 5, 6]);
  });
});

test('no migration grants rights to everybody, and what is withdrawn from the public stays so', async () => {
  const folder = fileURLToPath(new URL('../../../db/migrations', import.meta.url));
  const sql = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    .join('\n');
  expect(sql).not.toMatch(/\bto\s+public\s*;/iu);
  const { id } = await aPartnership();
  expect(await as('madinatan_public', `select content from unit where record_id = '${id}'`)).toBe('42501');
});
