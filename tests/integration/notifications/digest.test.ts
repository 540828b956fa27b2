import { beforeEach, expect, test, vi } from 'vitest';
import { runDueJob } from '#features/jobs/run-due.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { forgetOld } from '#features/notifications/commands/forget-old.ts';
import { setMailing } from '#features/notifications/commands/set-mailing.ts';
import { markAllRead } from '#features/notifications/commands/mark-all-read.ts';
import { writeDigests } from '#features/notifications/commands/write-digests.ts';
import { listMails } from '#features/notifications/queries/list-mails.ts';
import { listNotices } from '#features/notifications/queries/list-notices.ts';
import { assignUnit } from '#features/records/commands/assign-unit.ts';
import { remindDue } from '#features/records/commands/remind-due.ts';
import { submitUnit } from '#features/records/commands/submit-unit.ts';
import { bookMorning, morningHandler } from '#features/review/jobs.ts';
import { callBy, NOW, somebody, SYSTEM } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlace, publish } from '#tests/support/factories.ts';

vi.hoisted(() => vi.stubEnv('LOG_LEVEL', 'silent'));

const { admin } = useTestDatabase();
const DAY = '2026-11-25';

beforeEach(async () => {
  await admin`delete from job`;
  await admin`delete from mail`;
  await admin`delete from notice`;
  await admin`update unit set assignee = null, due_on = null`;
});

async function assignTo({ id: assignee }: PersonActor, dueOn = '') {
  const { id: record } = await aPlace();
  const call = callBy(undefined, { now: new Date('2026-11-01T10:00:00Z') });
  await runCommand(assignUnit, { record, scope: 'ar', assignee, dueOn }, dueOn === '' ? callBy() : call);
  return record;
}

async function digest(day = DAY) {
  return runCommand(writeDigests, { day }, callBy());
}

async function mails() {
  return (await listMails(SYSTEM, 1)).rows;
}

test('the mail of a day tells what is new and unread, once, and only to who wishes it', async () => {
  const [daily, none, each] = [await somebody('editor'), await somebody('editor'), await somebody('editor')];
  await runCommand(setMailing, { mailing: 'none' }, callBy(none));
  await runCommand(setMailing, { mailing: 'each' }, callBy(each));
  await assignTo(daily);
  await assignTo(daily);
  await assignTo(none);
  await assignTo(each);
  await admin`delete from mail`;
  expect(await digest()).toEqual({ mails: 1 });
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({ recipient: daily.email, subject: 'إشعاران جديدان في مدينتان' });
  expect(mail?.body.match(/تكليف من/gu)).toHaveLength(2);
  expect(await digest('2026-11-26'), 'nothing new').toEqual({ mails: 0 });
});

test('what was read in the desk needs no mail', async () => {
  const daily = await somebody('editor');
  await assignTo(daily);
  await runCommand(markAllRead, { upTo: NOW.toISOString() }, callBy(daily));
  expect(await digest()).toEqual({ mails: 0 });
});

test('of a day there is one mail; what comes later waits for the next', async () => {
  const daily = await somebody('editor');
  await assignTo(daily);
  await digest();
  await assignTo(daily);
  expect(await digest()).toEqual({ mails: 0 });
  expect(await mails()).toHaveLength(1);
  expect(await digest('2026-11-26')).toEqual({ mails: 1 });
  expect(await mails()).toHaveLength(2);
});

test('two workers at once write one mail', async () => {
  const daily = await somebody('editor');
  await assignTo(daily);
  const written = await Promise.all([digest(), digest(), digest()]);
  expect(written.map(({ mails: count }) => String(count)).toSorted()).toEqual(['0', '0', '1']);
  expect(await mails()).toHaveLength(1);
});

test('each morning books the next one, and a run that is repeated does nothing twice', async () => {
  const daily = await somebody('editor');
  await assignTo(daily);
  const morning = new Date('2026-11-25T06:00:00Z');
  await bookMorning(morning);
  await bookMorning(morning);
  const waiting = async () => admin`select run_at as "runAt" from job where kind = 'desk.morning' and done_at is null`;
  expect(await waiting()).toEqual([{ runAt: morning }]);
  await admin`update job set run_at = now()`;
  await runDueJob([morningHandler], () => NOW);
  expect(await waiting()).toEqual([{ runAt: new Date('2026-11-26T06:00:00Z') }]);
  expect(await mails()).toHaveLength(1);
  // As if the first run had never been booked as done; everything else waits.
  await admin`
    update job set done_at = null, run_at = now() + case when done_at is null then interval '1 day' else interval '0' end`;
  await runDueJob([morningHandler], () => NOW);
  expect(await mails()).toHaveLength(1);
  expect(await waiting()).toHaveLength(1);
});

test('mails are kept for three months, notices for a year', async () => {
  const daily = await somebody('editor');
  await assignTo(daily);
  await digest();
  const left = async (days: number) => {
    await runCommand(forgetOld, {}, callBy(undefined, { now: new Date(NOW.getTime() + days * 86_400_000) }));
    const { total } = await listNotices(daily, { locale: 'ar', page: 1 });
    return { mails: (await mails()).length, notices: total };
  };
  expect(await left(90)).toEqual({ mails: 1, notices: 1 });
  expect(await left(91)).toEqual({ mails: 0, notices: 1 });
  expect(await left(366)).toEqual({ mails: 0, notices: 0 });
});

test('people are reminded the day before and once after, as long as it is not done', async () => {
  const [tomorrow, late, later, done, handed] = [
    await somebody('editor'),
    await somebody('editor'),
    await somebody('editor'),
    await somebody('editor'),
    await somebody('editor'),
  ];
  await assignTo(tomorrow, '2026-11-26');
  await assignTo(late, '2026-11-20');
  await assignTo(later, '2026-11-27');
  const released = await assignTo(done, '2026-11-24');
  await publish(released, { facts: 1, ar: 1 });
  const waiting = await assignTo(handed, '2026-11-24');
  await runCommand(submitUnit, { record: waiting, scope: 'ar', rev: 1 }, callBy(handed));
  await admin`delete from notice`;
  const remind = async (day: string) => runCommand(remindDue, { day }, callBy());
  expect(await remind(DAY)).toEqual({ reminded: 3 });
  const toldTo = async (actor: PersonActor) =>
    (await listNotices(actor, { locale: 'ar', page: 1 })).rows.map(({ kind, detail }) => [kind, detail.dueOn]);
  expect(await toldTo(tomorrow)).toEqual([['dueSoon', '2026-11-26']]);
  expect(await toldTo(late)).toEqual([['overdue', '2026-11-20']]);
  expect(await toldTo(handed), 'it still waits for somebody').toEqual([['overdue', '2026-11-24']]);
  expect(await toldTo(later)).toEqual([]);
  expect(await toldTo(done), 'what was released is done').toEqual([]);
  expect(await remind(DAY), 'once').toEqual({ reminded: 0 });
  expect(await remind('2026-11-26')).toEqual({ reminded: 1 });
  expect(await toldTo(later)).toEqual([['dueSoon', '2026-11-27']]);
});
