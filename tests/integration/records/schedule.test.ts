import { beforeEach, describe, expect, test } from 'vitest';
import type { PersonActor } from '#features/ledger/model.ts';
import { runDueJob } from '#features/jobs/run-due.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { listNotices } from '#features/notifications/queries/list-notices.ts';
import { autosaveUnit } from '#features/records/commands/autosave-unit.ts';
import { cancelPlan } from '#features/records/commands/cancel-plan.ts';
import { retryPlan } from '#features/records/commands/retry-plan.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { scheduleRelease } from '#features/records/commands/schedule-release.ts';
import { trashRecord } from '#features/records/commands/trash-record.ts';
import { unpublishUnits } from '#features/records/commands/unpublish-units.ts';
import { releaseHandler, withdrawHandler } from '#features/records/jobs.ts';
import { SITE_TIME_ZONE } from '#i18n/time-zone.ts';
import { callBy, NOW, somebody } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aPlace, publish } from '#tests/support/factories.ts';
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
  return runCommand(scheduleRelease, { record, units: [{ scope: 'ar', rev }], at }, callBy(by, { now }));
}

async function work(): Promise<boolean> {
  return runDueJob([releaseHandler, withdrawHandler], () => new Date());
}

async function jobs() {
  return database.admin`
    select payload, done_at is not null as done, failed_at is not null as failed, last_error as error from job`;
}

beforeEach(async () => {
  await database.admin`delete from job`;
});

function plan(record: string, at: string) {
  return { record, units: [{ scope: 'ar', rev: 1 }], at };
}

/** Brings plans, which lie in the future, to now. */
async function comeDue(): Promise<void> {
  await database.admin`update job set run_at = now() - interval '1 second' where done_at is null and failed_at is null`;
}

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
    const answer = await runCommand(scheduleRelease, plan(id, '2026-12-01T09:00'), call);
    expect(answer).toEqual({ at: '2026-12-01T08:00:00.000Z' });
    expect(await jobs()).toMatchObject([{ payload: { record: id, scope: 'ar', rev: 1 }, done: false }]);
    expect(await unitOf(id, 'ar')).toMatchObject({ scheduledFor: new Date('2026-12-01T08:00:00Z'), state: 'draft' });
    expect(await auditOf(call.requestId)).toMatchObject([
      {
        action: 'record.schedule',
        scope: 'ar',
        revision: 1,
        detail: { at: '2026-12-01T08:00:00.000Z', zone: 'Europe/Berlin' },
      },
    ]);
  });

  test('again moves the plan, under another name of its job; a plan can be taken back', async () => {
    const id = await aHalfPublic();
    await runCommand(scheduleRelease, plan(id, '2026-12-01T09:00'), callBy());
    const [first] = await database.admin`select id from job`;
    await runCommand(scheduleRelease, plan(id, '2026-12-02T09:00'), callBy());
    const moved = await database.admin`select id from job`;
    expect(moved).toHaveLength(1);
    expect(moved[0]).not.toEqual(first);
    const cancel = { record: id, scope: 'ar', deed: 'release' };
    await runCommand(cancelPlan, cancel, callBy());
    expect(await jobs()).toEqual([]);
    expect(await unitOf(id, 'ar')).toMatchObject({ scheduledFor: null });
    await expect(runCommand(cancelPlan, cancel, callBy())).rejects.toMatchObject({ code: 'stateRefused' });
  });

  test('in the hour that comes twice asks which is meant, and in another zone goes by its clock', async () => {
    const id = await aHalfPublic();
    const early = callBy(undefined, { now: new Date('2026-10-01T10:00:00Z') });
    const twice = plan(id, '2026-10-25T02:30');
    const refused = runCommand(scheduleRelease, twice, early);
    await expect(refused).rejects.toMatchObject({ detail: { fields: [{ path: 'at', reason: 'timeTwice' }] } });
    const at = async (changes: object) => (await runCommand(scheduleRelease, { ...twice, ...changes }, early)).at;
    expect(await at({ occurrence: 'first' })).toBe('2026-10-25T00:30:00.000Z');
    expect(await at({ occurrence: 'second' })).toBe('2026-10-25T01:30:00.000Z');
    expect(await at({ zone: 'Asia/Riyadh' })).toBe('2026-10-24T23:30:00.000Z');
  });

  test.each(['٢٠٢٦-١٢-٠١T٠٩:٠٠', '۲۰۲۶-۱۲-۰۱T۰۹:۰۰'])('understands the digits of %s', async (at) => {
    const id = await aHalfPublic();
    const answer = await runCommand(scheduleRelease, plan(id, at), callBy());
    expect(answer).toEqual({ at: '2026-12-01T08:00:00.000Z' });
  });

  test('a withdrawal is refused where readers will not see the unit then', async () => {
    const id = await aHalfPublic();
    const withdrawal = { ...plan(id, '2026-12-02T09:00'), deed: 'withdraw' };
    await expect(runCommand(scheduleRelease, withdrawal, callBy())).rejects.toMatchObject({ code: 'stateRefused' });
    await runCommand(scheduleRelease, plan(id, '2026-12-01T09:00'), callBy());
    expect(await runCommand(scheduleRelease, withdrawal, callBy())).toEqual({ at: '2026-12-02T08:00:00.000Z' });
    expect(await jobs()).toHaveLength(2);
  });

  test.each([
    ['2027-03-28T02:30', 'timeSkipped'],
    ['2026-03-29T02:30', 'timeSkipped'],
    ['2026-11-25T10:59', 'timePast'],
    ['2027-12-01T09:00', 'timeTooFar'],
    ['2026-13-01T09:00', 'dateImpossible'],
    ['tomorrow', 'dateImpossible'],
  ])('for %s is refused: %s', async (at, reason) => {
    const id = await aHalfPublic();
    const before = await fingerprint();
    const planning = runCommand(scheduleRelease, plan(id, at), callBy(undefined, { now: NOW }));
    await expect(planning).rejects.toMatchObject({ code: 'invalid', detail: { fields: [{ path: 'at', reason }] } });
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

  test('what failed is tried again as it was planned, once it can succeed', async () => {
    const { id } = await aPlace();
    await planned(id);
    await work();
    const retry = { record: id, scope: 'ar', deed: 'release' };
    expect(await unitOf(id, 'ar')).toMatchObject({ publishedRev: null });
    await publish(id, { facts: 1 });
    await runCommand(saveUnit, { record: id, scope: 'ar', baseRev: 1, content: { title: 'أحدث' } }, callBy());
    await runCommand(retryPlan, retry, callBy(undefined, { now: new Date() }));
    expect(await work()).toBe(true);
    expect(await unitOf(id, 'ar')).toMatchObject({ publishedRev: 1, headRev: 2, scheduledFor: null });
    await expect(runCommand(retryPlan, retry, callBy())).rejects.toMatchObject({ code: 'stateRefused' });
  });

  test('a text that is due with its facts waits for them', async () => {
    const { id } = await aPlace();
    const now = new Date(Date.now() - 60 * MINUTE_MS);
    const at = onTheClock(new Date(now.getTime() + 30 * MINUTE_MS));
    const units = [
      { scope: 'ar', rev: 1 },
      { scope: 'facts', rev: 1 },
    ];
    await runCommand(scheduleRelease, { record: id, units, at }, callBy(undefined, { now }));
    // As another worker finds it that has taken the text while the first has the facts in hand.
    await database.admin`update job set run_at = now() + interval '1 minute' where payload ->> 'scope' = 'facts'`;
    expect(await work()).toBe(true);
    expect(await unitOf(id, 'ar')).toMatchObject({ publishedRev: null });
    expect((await jobs()).every(({ failed }) => failed === false)).toBe(true);
    await database.admin`update job set run_at = now() - interval '1 minute' where payload ->> 'scope' = 'facts'`;
    await work();
    await comeDue();
    await work();
    expect(await unitOf(id, 'ar')).toMatchObject({ publishedRev: 1 });
  });

  test('a plan that was moved while a worker had it in hand is carried out at the other time', async () => {
    const id = await aHalfPublic();
    await planned(id);
    const [old] = await database.admin`select id, payload from job`;
    const later = onTheClock(new Date(Date.now() + 30 * MINUTE_MS));
    await runCommand(scheduleRelease, plan(id, later), callBy(undefined, { now: new Date() }));
    const due = { id: String(old?.['id']), kind: 'record.release', payload: old?.['payload'] as unknown, attempt: 1 };
    await expect(releaseHandler.run(due, new Date())).rejects.toMatchObject({ code: 'stateRefused' });
    expect(await work()).toBe(false);
    await comeDue();
    expect(await work()).toBe(true);
    expect(await unitOf(id, 'ar')).toMatchObject({ publishedRev: 1 });
  });
});

describe('a planned withdrawal', () => {
  test('takes one language away, and the others stay', async () => {
    const { id } = await aPlace({ texts: { ar: { title: 'مرفأ' }, de: { title: 'Hafen' } }, isPublished: true });
    await runCommand(scheduleRelease, { ...plan(id, '2026-12-01T09:00'), deed: 'withdraw' }, callBy());
    await comeDue();
    expect(await work()).toBe(true);
    expect(await jobs()).toMatchObject([{ done: true }]);
    expect(await unitOf(id, 'ar')).toMatchObject({ publishedRev: null });
    expect(await unitOf(id, 'de')).toMatchObject({ publishedRev: 1 });
    expect(await database.admin`select locale from place_text where place_id = ${id}`).toEqual([{ locale: 'de' }]);
    const [unit] = await database.admin`select withdraw_for from unit where record_id = ${id} and scope = 'ar'`;
    expect(unit).toEqual({ withdraw_for: null });
  });

  test('that was taken back does nothing', async () => {
    const { id } = await aPlace({ isPublished: true });
    await runCommand(scheduleRelease, { ...plan(id, '2026-12-01T09:00'), deed: 'withdraw' }, callBy());
    await runCommand(cancelPlan, { record: id, scope: 'ar', deed: 'withdraw' }, callBy());
    await comeDue();
    expect(await work()).toBe(false);
    expect(await unitOf(id, 'ar')).toMatchObject({ publishedRev: 1 });
  });

  test('of a record that others point to fails and says so', async () => {
    const { places } = await aPartnership({ isPublished: true });
    await runCommand(scheduleRelease, { ...plan(places[0], '2026-12-01T09:00'), deed: 'withdraw' }, callBy());
    await comeDue();
    await work();
    expect(await jobs()).toMatchObject([{ failed: true, error: 'inUse' }]);
    expect(await unitOf(places[0], 'ar')).toMatchObject({ publishedRev: 1 });
  });
});
