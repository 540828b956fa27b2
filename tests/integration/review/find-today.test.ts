import { describe, expect, test } from 'vitest';
import { runCommand } from '#features/ledger/run-command.ts';
import type { Actor } from '#features/ledger/model.ts';
import { openSession } from '#features/accounts/commands/open-session.ts';
import { listExpiringGrants } from '#features/accounts/queries/list-expiring-grants.ts';
import { listFailedSignIns } from '#features/accounts/queries/list-failed-sign-ins.ts';
import { autosaveUnit } from '#features/records/commands/autosave-unit.ts';
import { submitUnit } from '#features/records/commands/submit-unit.ts';
import { trashRecord } from '#features/records/commands/trash-record.ts';
import { countReview } from '#features/review/queries/count-review.ts';
import { findLastWorked } from '#features/review/queries/find-last-worked.ts';
import { findToday } from '#features/review/queries/find-today.ts';
import { listRisks } from '#features/review/queries/list-risks.ts';
import { listWork } from '#features/review/queries/list-work.ts';
import { callBy, NOW, somebody } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aPlace } from '#tests/support/factories.ts';

const database = useTestDatabase();

const texts = { ar: { title: 'مرفأ' }, de: { title: 'Hafen' } };
const submit = async (record: string, scope: string, actor?: Actor) =>
  runCommand(submitUnit, { record, scope, rev: 1 }, callBy(actor));

describe('the first page', () => {
  test('has for each role what is a matter of theirs, and asks nothing else', async () => {
    const shownTo = async (...[role, locale]: Parameters<typeof somebody>) => {
      const { work, risks, planned, failedJobs, failedSignIns, expiringGrants } = await findToday(
        await somebody(role, locale),
        { locale: 'ar', now: NOW },
      );
      const others = Object.entries({ risks, planned, failedJobs, failedSignIns, expiringGrants });
      return [...work.map(({ list }) => list), ...others.filter(([, rows]) => rows !== null).map(([name]) => name)];
    };
    const own = ['due', 'returned', 'assigned'];
    expect(await shownTo('editor')).toEqual([...own, 'facts', 'drafts', 'outdated', 'risks', 'planned']);
    expect(await shownTo('translator', 'de')).toEqual([...own, 'drafts', 'outdated', 'planned']);
    expect(await shownTo('reviewer', 'de')).toEqual([...own, 'review', 'release', 'drafts', 'outdated', 'planned']);
    const all = [...own, 'review', 'release', 'drafts', 'outdated', 'risks', 'planned'];
    expect(await shownTo('publisher')).toEqual(all);
    expect(await shownTo('administrator')).toEqual([...all, 'failedJobs', 'failedSignIns', 'expiringGrants']);
  });

  test('an editor sees which facts wait for somebody else', async () => {
    const { id, ref } = await aPlace({ texts });
    const editor = await somebody('editor');
    await submit(id, 'facts', editor);
    const rows = await listWork(editor, { list: 'facts', locale: 'ar', most: 50, day: '2026-11-27' });
    expect(rows.find((row) => row.ref === ref)).toMatchObject({ scope: 'facts' });
    expect(
      await listWork(await somebody('translator', 'de'), { list: 'facts', locale: 'ar', most: 50, day: '2026-11-27' }),
    ).toEqual([]);
  });

  test('a reviewer sees how much waits in which language', async () => {
    const reviewer = await somebody('reviewer', 'de');
    const before = await countReview(reviewer, '2026-11-27');
    const { id } = await aPlace({ texts });
    await submit(id, 'ar');
    await submit(id, 'de');
    const [german] = await countReview(reviewer, '2026-11-27');
    expect(german).toEqual({ scope: 'de', count: (before[0]?.count ?? 0) + 1 });
    expect(await countReview(await somebody('translator', 'de'), '2026-11-27')).toEqual([]);
  });

  test('everybody goes on where they wrote last, as long as it is there', async () => {
    const editor = await somebody('editor');
    expect(await findLastWorked(editor, 'ar')).toBeNull();
    const { id, ref } = await aPlace({ texts });
    const raw = { record: id, scope: 'de', baseRev: 1, content: { title: 'Port' } };
    await runCommand(autosaveUnit, raw, callBy(editor));
    expect(await findLastWorked(editor, 'de')).toMatchObject({ ref, scope: 'de', title: { text: 'Port' }, at: NOW });
    await runCommand(trashRecord, { record: id }, callBy());
    expect(await findLastWorked(editor, 'de')).toBeNull();
  });

  test('asks for the first of each risk, and counts all', async () => {
    for (const signedOn of ['2001', '2002', '2003']) {
      const agreements = [{ id: 'a1', kind: 'contract', signedOn, sourceId: 's1' }];
      await aPartnership({ facts: { agreements }, isPublished: true });
    }
    const { rows, counts } = await listRisks(await somebody('editor'), {
      locale: 'ar',
      day: '2026-11-25',
      most: 2,
      isEach: true,
    });
    expect(counts.old).toBeGreaterThan(2);
    expect(rows.filter(({ risk }) => risk === 'old')).toHaveLength(2);
  });
});

describe('what administrators should know', () => {
  test('who could not sign in within a day, without a list of tried addresses', async () => {
    const [administrator, victim] = [await somebody('administrator'), await somebody('editor')];
    const call = (at: Date) => callBy({ kind: 'anonymous' }, { now: at });
    const guess = async (email: string, at: Date) => runCommand(openSession, { email, password: 'x' }, call(at));
    await guess(victim.email, new Date(NOW.getTime() - 25 * 3_600_000));
    await guess(victim.email, NOW);
    await guess('nobody@example.org', NOW);
    await guess('none@example.org', NOW);
    const rows = await listFailedSignIns(administrator, { now: NOW, most: 5 });
    expect(rows).toEqual([
      { name: null, failures: 2, lastAt: NOW },
      { name: victim.name, failures: 1, lastAt: NOW },
    ]);
    await expect(listFailedSignIns(victim, { now: NOW, most: 5 })).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('which rights end within thirty days', async () => {
    const [administrator, near, far] = [
      await somebody('administrator'),
      await somebody('translator', 'de'),
      await somebody('editor'),
    ];
    const end = async (person: string, until: string) =>
      database.admin`update person_grant set until = ${until} where person_id = ${person}`;
    await end(near.id, '2026-12-10T00:00:00Z');
    await end(far.id, '2027-06-01T00:00:00Z');
    expect(await listExpiringGrants(administrator, { now: NOW, most: 5 })).toMatchObject([
      { name: near.name, role: 'translator', locale: 'de', until: new Date('2026-12-10T00:00:00Z') },
    ]);
    await expect(listExpiringGrants(near, { now: NOW, most: 5 })).rejects.toMatchObject({ code: 'forbidden' });
  });
});
