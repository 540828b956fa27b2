import { beforeEach, describe, expect, test } from 'vitest';
import type { PersonActor } from '#features/ledger/model.ts';
import { runDueJob } from '#features/jobs/run-due.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { listNotices } from '#features/notifications/queries/list-notices.ts';
import { autosaveUnit } from '#features/records/commands/autosave-unit.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { scheduleRelease } from '#features/records/commands/schedule-release.ts';
import { trashRecord } from '#features/records/commands/trash-record.ts';
import { unpublishUnits } from '#features/records/commands/unpublish-units.ts';
import { releaseHandler } from '#features/records/jobs.ts';
import { SITE_TIME_ZONE } from '#i18n/time-zone.ts';
import { callBy, NOW, somebody } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlace, publish } from '#tests/support/factories.ts';
import { lookInto } from '#tests/support/looking.ts';

const database = useTestDatabase();
const { unitOf, revisionsOf, auditOf, fingerprint } = lookInto(database);

const MINUTE_MS = 60_000;

/** An instant as a clock in the site's zone shows it. */
function onTheClock(instant: Date): string {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: SITE_TIME_ZONE, dateStyle: 'short', timeStyle: 'short' });
  return shown.format(instant).replace(' ', 'T');
}

/** Plans, an hour ago, a release that has come due since. */
async function planned(record: string, { rev = 1, by }: { rev?: number; by?: PersonActor } = {}) {
  const now = new Date(Date.now() - 60 * MINUTE_MS);
  const at = onTheClock(new Date(now.getTime() + 30 * MINUTE_MS));
  return runCommand(scheduleRelease, { record, scope: 'ar', rev, at }, callBy(by, { now }));
}

async function work(): Promise<boolean> {
  return runDueJob([releaseHandler], () => new Date());
}

async function jobs() {
  return database.admin`
    select payload, done_at is not null as done, failed_at is not null as failed, last_error as error from job`;
}

beforeEach(async () => {
  await database.admin`delete from job`;
});

async function aHalfPublic() {
  const { id } = await aPlace();
  await publish(id, { facts: 1 });
  return id;
}

describe('planning', () => {
  test('books the revision as it stands, in the transaction that plans it', async () => {
    const publisher = await somebody('publisher');
    const id = await aHalfPublic();
    const call = callBy(publisher);
    const answer = await runCommand(scheduleRelease, { record: id, scope: 'ar', rev: 1, at: '2026-12-01T09:00' }, call);
    expect(answer).toEqual({ version: 2, at: '2026-12-01T08:00:00.000Z' });
    expect(await jobs()).toMatchObject([{ payload: { record: id, scope: 'ar', rev: 1 }, done: false }]);
    expect(await unitOf(id, 'ar')).toMatchObject({ scheduledFor: new Date('2026-12-01T08:00:00Z'), state: 'draft' });
    expect(await auditOf(call.requestId)).toMatchObject([
      { action: 'record.schedule', scope: 'ar', revision: 1, detail: { at: '2026-12-01T08:00:00.000Z' } },
    ]);
  });

  test('again moves the plan; an empty time takes it back', async () => {
    const id = await aHalfPublic();
    const plan = async (at: string) => runCommand(scheduleRelease, { record: id, scope: 'ar', rev: 1, at }, callBy());
    await plan('2026-12-01T09:00');
    await plan('2026-12-02T09:00');
    expect(await jobs()).toHaveLength(1);
    await plan('');
    expect(await jobs()).toEqual([]);
    expect(await unitOf(id, 'ar')).toMatchObject({ scheduledFor: null });
  });

  test.each([
    ['2026-11-25T10:59', 'timePast'],
    ['2027-12-01T09:00', 'timeTooFar'],
    ['2026-13-01T09:00', 'dateImpossible'],
    ['tomorrow', 'dateImpossible'],
  ])('for %s is refused: %s', async (at, reason) => {
    const id = await aHalfPublic();
    const before = await fingerprint();
    const plan = runCommand(scheduleRelease, { record: id, scope: 'ar', rev: 1, at }, callBy(undefined, { now: NOW }));
    await expect(plan).rejects.toMatchObject({ code: 'invalid', detail: { fields: [{ path: 'at', reason }] } });
    expect(await fingerprint()).toBe(before);
  });

  test('of what was only autosaved saves it first, so that it is there when its time comes', async () => {
    const id = await aHalfPublic();
    await runCommand(autosaveUnit, { record: id, scope: 'ar', baseRev: 1, content: { title: 'مسودة' } }, callBy());
    await planned(id, { rev: 2 });
    expect((await revisionsOf(id, 'ar')).at(-1)).toMatchObject({ n: 3, kind: 'save' });
    expect(await jobs()).toMatchObject([{ payload: { rev: 3 } }]);
  });
});

describe('when the time comes', () => {
  test('the planned revision is released, and a newer draft stays one', async () => {
    const id = await aHalfPublic();
    const { content } = await unitOf(id, 'ar');
    await planned(id);
    await runCommand(saveUnit, { record: id, scope: 'ar', baseRev: 1, content: { title: 'أحدث' } }, callBy());
    expect(await work()).toBe(true);
    expect(await unitOf(id, 'ar')).toMatchObject({ publishedRev: 1, headRev: 2, state: 'draft', scheduledFor: null });
    expect(await database.admin`select title from place_text where place_id = ${id}`).toEqual([content]);
    expect(await jobs()).toMatchObject([{ done: true, failed: false, error: null }]);
    expect(await work()).toBe(false);
  });

  test('two workers release once', async () => {
    const id = await aHalfPublic();
    await planned(id);
    expect((await Promise.all([work(), work(), work()])).filter(Boolean)).toHaveLength(1);
    const lines = await database.admin`
      select 1 from audit_event where action = 'record.releaseScheduled' and subject_id = ${id}`;
    expect(lines).toHaveLength(1);
  });

  test.each([
    ['it was released by hand', async (id: string) => publish(id, { ar: 1 })],
    ['it was trashed', async (id: string) => runCommand(trashRecord, { record: id }, callBy())],
    [
      'it was released by hand and withdrawn',
      async (id: string) => {
        await publish(id, { ar: 1 });
        return runCommand(unpublishUnits, { record: id, scopes: ['ar'] }, callBy());
      },
    ],
  ])('nothing happens where %s; the job waits for a person', async (_name, meanwhile) => {
    const id = await aHalfPublic();
    await planned(id);
    await meanwhile(id);
    const before = await unitOf(id, 'ar');
    expect(await work()).toBe(true);
    expect(await unitOf(id, 'ar')).toEqual(before);
    expect(await jobs()).toMatchObject([{ done: false, failed: true, error: 'stateRefused' }]);
  });

  test('a release that is not ready fails and changes nothing; who planned it and publishers are told', async () => {
    const [planner, publisher] = [await somebody('administrator'), await somebody('publisher')];
    const [other, editor] = [await somebody('administrator'), await somebody('editor')];
    const { id, ref } = await aPlace();
    await planned(id, { by: planner });
    expect(await work()).toBe(true);
    for (const told of [planner, publisher]) {
      expect((await listNotices(told, { locale: 'ar', page: 1 })).rows).toMatchObject([
        { kind: 'releaseFailed', ref, part: 'ar', by: null, detail: { problem: 'factsUnpublished' } },
      ]);
    }
    for (const untold of [other, editor]) {
      expect((await listNotices(untold, { locale: 'ar', page: 1 })).rows).toEqual([]);
    }
    expect(await unitOf(id, 'ar')).toMatchObject({ publishedRev: null });
    expect(await jobs()).toMatchObject([{ failed: true, error: 'factsUnpublished' }]);
  });
});
