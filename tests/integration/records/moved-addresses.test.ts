import { expect, test } from 'vitest';
import { runCommand } from '#features/ledger/run-command.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { findPublishedAddress } from '#features/records/queries/find-published-address.ts';
import { callBy } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlace, publish } from '#tests/support/factories.ts';

useTestDatabase();

/** Gives a published place another address part and releases it. */
async function move(id: string, slug: string, rev: number): Promise<void> {
  const content = { slug, kind: 'city', country: 'DE' };
  await runCommand(saveUnit, { record: id, scope: 'facts', baseRev: rev, content }, callBy());
  await publish(id, { facts: rev + 1 });
}

const fateOf = async (slug: string) => findPublishedAddress(`/places/${slug}`);

test('a draft of another address moves nothing until it is released', async () => {
  const { id } = await aPlace({ slug: 'calm-one', isPublished: true });
  const content = { slug: 'calm-two', kind: 'city', country: 'DE' };
  await runCommand(saveUnit, { record: id, scope: 'facts', baseRev: 1, content }, callBy());
  expect(await fateOf('calm-one')).toMatchObject({ state: 'live' });
  expect(await fateOf('calm-two')).toBeNull();
});

test('each earlier address leads straight to the newest, however often it moved', async () => {
  const { id } = await aPlace({ slug: 'chain-one', isPublished: true });
  await move(id, 'chain-two', 1);
  await move(id, 'chain-three', 2);
  for (const old of ['chain-one', 'chain-two']) {
    expect(await fateOf(old)).toMatchObject({ state: 'moved', movedTo: '/places/chain-three' });
  }
  expect(await fateOf('chain-three')).toMatchObject({ state: 'live' });
});

test('a record that comes back to an earlier address lives there again', async () => {
  const { id } = await aPlace({ slug: 'back-one', isPublished: true });
  await move(id, 'back-two', 1);
  await move(id, 'back-one', 2);
  expect(await fateOf('back-one')).toMatchObject({ state: 'live' });
  expect(await fateOf('back-two')).toMatchObject({ state: 'moved', movedTo: '/places/back-one' });
});

test('another record may take an address that was left; what had moved away keeps its newest one', async () => {
  const first = await aPlace({ slug: 'left-one', isPublished: true });
  await move(first.id, 'left-two', 1);
  await aPlace({ slug: 'left-one', isPublished: true });
  expect(await fateOf('left-one')).toMatchObject({ state: 'live' });
  expect(await fateOf('left-two')).toMatchObject({ state: 'live' });
  await move(first.id, 'left-three', 2);
  expect(await fateOf('left-one'), 'the other record keeps it').toMatchObject({ state: 'live' });
  expect(await fateOf('left-two')).toMatchObject({ state: 'moved', movedTo: '/places/left-three' });
});
