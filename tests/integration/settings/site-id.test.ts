import { expect, test } from 'vitest';
import { findSiteId } from '#features/settings/queries/find-site-id.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const { admin } = useTestDatabase();

test('a database has one identity, from its migration on', async () => {
  const id = await findSiteId();
  expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u);
  expect(await findSiteId()).toBe(id);
});

test('there is no room for a second', async () => {
  await expect(admin`insert into site (id) values (gen_random_uuid())`).rejects.toMatchObject({ code: '23505' });
  await expect(admin`insert into site (id, is_only) values (gen_random_uuid(), false)`).rejects.toMatchObject({
    code: '23514',
  });
});
