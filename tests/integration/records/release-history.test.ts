import { expect, test } from 'vitest';
import { runCommand } from '#features/ledger/run-command.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { unpublishUnits } from '#features/records/commands/unpublish-units.ts';
import { findReleaseHistory } from '#features/records/queries/find-release-history.ts';
import { callBy, NOW } from '#tests/support/calls.ts';
import { partnershipFacts, textOf } from '#tests/support/contents.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, publish } from '#tests/support/factories.ts';

const { admin } = useTestDatabase();

function callAt(minutes: number) {
  return callBy(undefined, { now: new Date(NOW.getTime() + minutes * 60_000) });
}

test('readers see what was released when, in which language, and what changed; nobody is named', async () => {
  const { id, places } = await aPartnership({
    slug: 'with-history',
    texts: { ar: textOf('شراكة'), de: textOf('Partnerschaft') },
    isPublished: true,
  });
  const facts = partnershipFacts(places, { slug: 'with-history', type: 'twinning', sdgs: [11] });
  await runCommand(saveUnit, { record: id, scope: 'facts', baseRev: 1, content: facts }, callAt(1));
  await publish(id, { facts: 2 }, callAt(2));
  await runCommand(unpublishUnits, { record: id, scopes: ['de'] }, callAt(3));

  const { version, releases } = await findReleaseHistory(id);
  expect(version).toBe(3);
  expect(releases).toEqual([
    {
      version: 3,
      at: '2026-11-25T10:03:00Z',
      units: [{ scope: 'de', deed: 'withdrawn', changed: [] }],
    },
    {
      version: 2,
      at: '2026-11-25T10:02:00Z',
      units: [{ scope: 'facts', deed: 'released', changed: ['sdgs', 'type'] }],
    },
    {
      version: 1,
      at: '2026-11-25T10:00:00Z',
      units: (['facts', 'ar', 'de'] as const).map((scope) => ({ scope, deed: 'released', changed: [] })),
    },
  ]);
});

test('a draft leaves nothing in it, and neither does a release that changes nothing', async () => {
  const draft = await aPartnership();
  expect(await findReleaseHistory(draft.id)).toEqual({ version: 0, releases: [] });
  const { id } = await aPartnership({ isPublished: true });
  await publish(id, { ar: 1 }, callAt(1)).catch(() => null);
  expect((await findReleaseHistory(id)).version).toBe(1);
});

test('however often a record was released, a page reads its newest releases by an index', async () => {
  const { id } = await aPartnership({ isPublished: true });
  await admin`insert into release_log (record_id, scope, deed, at)
    select ${id}, 'ar', 'released', '2026-11-26'::timestamptz + n * interval '1 hour' from generate_series(1, 40) n`;
  const { version, releases } = await findReleaseHistory(id);
  expect([version, releases.length, releases[0]?.version, releases.at(-1)?.version]).toEqual([41, 12, 41, 30]);
  const plan = await admin.begin(async (tx) => {
    await tx`set local enable_seqscan = off`;
    return tx`explain select at from release_log where record_id = ${id} order by at desc`;
  });
  expect(JSON.stringify(plan)).toContain('release_log_record_idx');
});
