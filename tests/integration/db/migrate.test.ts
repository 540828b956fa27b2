import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '#db/migrate.ts';
import { makeScratchDatabase, type ScratchDatabase } from './scratch-database.ts';

let scratch: ScratchDatabase;
let folder: string;

beforeAll(async () => {
  scratch = await makeScratchDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'migrations-'));
  await mkdir(path.join(folder, 'meta'));
});
afterAll(async () => {
  await scratch.drop();
  await rm(folder, { recursive: true });
});

/** Writes migrations as drizzle-kit would: a journal and a file each. */
async function writeMigrations(migrations: Record<string, { when: number; sql: string }>): Promise<void> {
  const entries = Object.entries(migrations).map(([tag, { when }], idx) => ({
    idx,
    version: '7',
    when,
    tag,
    breakpoints: true,
  }));
  await writeFile(
    path.join(folder, 'meta', '_journal.json'),
    JSON.stringify({ version: '7', dialect: 'postgresql', entries }),
  );
  for (const [tag, { sql }] of Object.entries(migrations)) await writeFile(path.join(folder, `${tag}.sql`), sql);
}

const first = { when: 1000, sql: 'create table a (id int);\n--> statement-breakpoint\ncreate index on a (id);' };

test('two processes take turns, and the second finds nothing to do', async () => {
  await writeMigrations({ first, second: { when: 3000, sql: 'select pg_sleep(0.3); create table b (id int);' } });
  const ownerUrl = scratch.url;
  const applied = await Promise.all([migrate({ ownerUrl, folder }), migrate({ ownerUrl, folder })]);
  expect(applied.toSorted()).toEqual([0, 2]);
});

test('a migration that fails leaves nothing of any', async () => {
  await writeMigrations({
    first,
    broken: { when: 4000, sql: 'create table c (id int);\n--> statement-breakpoint\nselect 1/0;' },
  });
  await expect(migrate({ ownerUrl: scratch.url, folder })).rejects.toMatchObject({ code: '22012' });
  expect(await scratch.admin`select to_regclass('c') as c`).toMatchObject([{ c: null }]);
});

test('a migration older than an applied one is not left out in silence', async () => {
  await writeMigrations({ first, late: { when: 2000, sql: 'create table d (id int);' } });
  await expect(migrate({ ownerUrl: scratch.url, folder })).rejects.toThrow(/older than one already applied/u);
});

test('waits for a table that is held for a moment', async () => {
  await writeMigrations({ first, third: { when: 5000, sql: 'alter table a add column name text;' } });
  const holding = scratch.admin.begin(async (tx) => {
    await tx`lock table a`;
    await tx`select pg_sleep(2.5)`;
  });
  expect(await migrate({ ownerUrl: scratch.url, folder })).toBe(1);
  await holding;
});

test('a login that may not create roles is told so', async () => {
  await scratch.admin`create role migrate_test_plain`;
  // The driver hands the parameter on, so that the superuser's login acts as the role from the start.
  const address = new URL(scratch.url);
  address.searchParams.set('role', 'migrate_test_plain');
  const known = await scratch.admin`select 1 from pg_roles where rolname in ('madinatan_app', 'madinatan_public')`;
  const attempt = migrate({ ownerUrl: address.href, folder });
  // Where an administrator made the roles before, the login need not be able to; then it fails for want of other rights.
  await expect(attempt).rejects.toThrow(known.length === 2 ? /permission denied/u : /may not create roles/u);
  await scratch.admin`drop role migrate_test_plain`;
});
