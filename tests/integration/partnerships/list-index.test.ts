import { expect, test } from 'vitest';
import { NOTHING_ASKED, readPartnershipQuestion } from '#features/partnerships/list-question.ts';
import { countFacets } from '#features/partnerships/queries/count-facets.ts';
import { findPartnershipPage } from '#features/partnerships/queries/find-partnership-page.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { unpublishUnits } from '#features/records/commands/unpublish-units.ts';
import { callBy } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership } from '#tests/support/factories.ts';

const { admin } = useTestDatabase();

const HERE = { locale: 'ar', day: '2026-11-25' } as const;

async function countsFor(asked: Record<string, string>) {
  const { resolved, total } = await findPartnershipPage(readPartnershipQuestion(asked), { ...HERE, size: 20 });
  return { total, counts: await countFacets(resolved, HERE) };
}

test('what everything leaves is counted anew after each release and each withdrawal', async () => {
  const { id } = await aPartnership({ facts: { type: 'port' }, isPublished: true });
  expect((await countsFor({})).counts.type).toEqual([{ value: 'port', count: 1, names: {} }]);
  await aPartnership({ facts: { type: 'twinning' }, isPublished: true });
  expect((await countsFor({})).counts.type.map(({ value }) => value).toSorted()).toEqual(['port', 'twinning']);
  // The values of a filter in which something is chosen are those of everything.
  const { total, counts } = await countsFor({ type: 'port' });
  expect([total, counts.type.length, counts.country[0]?.count]).toEqual([1, 2, 1]);
  await runCommand(unpublishUnits, { record: id, scopes: ['ar', 'facts'] }, callBy());
  expect((await countsFor({})).counts.type).toEqual([{ value: 'twinning', count: 1, names: {} }]);
});

test('a filter that all of them meet counts like none', async () => {
  await aPartnership({ facts: { type: 'climate' }, isPublished: true });
  const all = await countFacets(NOTHING_ASKED, HERE);
  expect((await countsFor({ language: 'ar' })).counts).toEqual(all);
});

test('a release that began earlier and ended later is counted as well', async () => {
  const { id } = await aPartnership({ facts: { type: 'port' }, isPublished: true });
  const portsNow = async () => (await countsFor({})).counts.type.find(({ value }) => value === 'port')?.count ?? 0;
  const ports = await portsNow();
  await admin`update partnership set type = 'climate' where id = ${id}`;
  expect(await portsNow()).toBe(ports);
  // Its number was drawn before that of the last line which was seen.
  await admin`insert into release_log (id, record_id, scope, deed, at) overriding system value
    values (0, ${id}, 'facts', 'released', now())`;
  expect(await portsNow()).toBe(ports - 1);
});
