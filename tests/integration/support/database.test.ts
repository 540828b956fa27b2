import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { appDb, publicDb, transaction } from '#db/client.ts';
import { env } from '#platform/env.ts';
import { ask } from '#platform/postgres/ask.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const { admin } = useTestDatabase();

test('each door acts as its role on the same migrated database', async () => {
  const whoAndWhere = sql`select current_user as role, current_database() as name, to_regclass('record') as tables`;
  const name = new URL(env().DATABASE_URL ?? '').pathname.slice(1);
  const seen = [
    [...(await appDb().execute(whoAndWhere))],
    [...(await publicDb().execute(whoAndWhere))],
    [...(await transaction((tx) => tx.execute(whoAndWhere)))],
  ];
  expect(seen.flat()).toEqual([
    { role: 'madinatan_app', name, tables: 'record' },
    { role: 'madinatan_public', name, tables: 'record' },
    { role: 'madinatan_app', name, tables: 'record' },
  ]);
  expect(await admin`select current_database() as name`).toEqual([{ name }]);
});

test('the owner migrates without the rights of a superuser', async () => {
  const [owner] = await ask(
    env().DATABASE_URL_OWNER ?? '',
    (connection) => connection`select current_user as role, rolsuper from pg_roles where rolname = current_user`,
  );
  expect(owner).toEqual({ role: 'madinatan_owner', rolsuper: false });
  const tables = await admin`select distinct tableowner from pg_tables where schemaname = 'public'`;
  expect(tables).toEqual([{ tableowner: 'madinatan_owner' }]);
});

test('what the public may not see is refused', async () => {
  await expect(publicDb().execute(sql`select 1 from unit`)).rejects.toMatchObject({ cause: { code: '42501' } });
});
