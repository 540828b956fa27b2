import { expect, test } from 'vitest';
import { listColleagues } from '#features/accounts/queries/list-colleagues.ts';
import { ANONYMOUS, type PersonActor } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { markAllRead } from '#features/notifications/commands/mark-all-read.ts';
import { markRead } from '#features/notifications/commands/mark-read.ts';
import { setMailing } from '#features/notifications/commands/set-mailing.ts';
import { findMailing } from '#features/notifications/queries/find-mailing.ts';
import { countUnread, listNotices } from '#features/notifications/queries/list-notices.ts';
import { approveUnit } from '#features/records/commands/approve-unit.ts';
import { returnUnit } from '#features/records/commands/return-unit.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { submitUnit } from '#features/records/commands/submit-unit.ts';
import type { Scope } from '#features/records/model.ts';
import { callBy, NOW, somebody } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlace, publish } from '#tests/support/factories.ts';

const { admin } = useTestDatabase();

const unit = (record: string, rev: number, scope: Scope = 'ar') => ({ record, scope, rev });

async function kindsOf(actor: PersonActor): Promise<string[]> {
  return (await listNotices(actor, { locale: 'ar', page: 1 })).rows.map(({ kind }) => kind);
}

test('whoever may judge is told what was handed in, and its writers what became of it', async () => {
  const [writer, submitter] = [await somebody('editor'), await somebody('editor')];
  const [publisher, german] = [await somebody('publisher'), await somebody('reviewer', 'de')];
  const { id, ref } = await aPlace();
  await runCommand(saveUnit, { record: id, scope: 'ar', baseRev: 1, content: { title: 'مرفأ' } }, callBy(writer));
  await runCommand(submitUnit, { ...unit(id, 2), note: ' جاهز ' }, callBy(submitter));
  const [told] = (await listNotices(publisher, { locale: 'de', page: 1 })).rows;
  expect(told).toMatchObject({
    kind: 'submitted',
    ref,
    part: 'ar',
    title: { text: 'مرفأ', locale: 'ar' },
    by: submitter.name,
    detail: { note: 'جاهز' },
    readAt: null,
  });
  expect(await kindsOf(german), 'nobody who may not judge this part').toEqual([]);
  expect(await kindsOf(submitter), 'nobody hears of their own deeds').toEqual([]);

  await runCommand(returnUnit, { ...unit(id, 2), note: 'ناقص' }, callBy(publisher));
  expect(await kindsOf(writer)).toEqual(['returned']);
  expect(await kindsOf(submitter)).toEqual(['returned']);
  await runCommand(submitUnit, unit(id, 2), callBy(submitter));
  await runCommand(approveUnit, unit(id, 2), callBy(publisher));
  await publish(id, { facts: 1, ar: 2 }, callBy(publisher));
  expect((await kindsOf(writer)).toSorted()).toEqual(['approved', 'published', 'returned']);
  expect(await kindsOf(publisher)).toEqual(['submitted', 'submitted']);
});

test('a reviewer is told of translations into their language; an administrator only of what is theirs', async () => {
  const [german, english] = [await somebody('reviewer', 'de'), await somebody('reviewer', 'en')];
  const [administrator, { id }] = [
    await somebody('administrator'),
    await aPlace({ texts: { ar: { title: 'مرفأ' }, de: { title: 'Hafen' } } }),
  ];
  await runCommand(submitUnit, unit(id, 1, 'de'), callBy(await somebody('translator', 'de')));
  expect(await kindsOf(german)).toEqual(['submitted']);
  expect(await kindsOf(english)).toEqual([]);
  expect(await kindsOf(administrator)).toEqual([]);
});

test('whoever has no open account or no right any more is told nothing', async () => {
  const [disabled, past, there] = [
    await somebody('publisher'),
    await somebody('publisher'),
    await somebody('publisher'),
  ];
  await admin`update person set disabled_at = now() where id = ${disabled.id}`;
  await admin`update person_grant set until = ${NOW} where person_id = ${past.id}`;
  const { id } = await aPlace();
  await runCommand(submitUnit, unit(id, 1), callBy(await somebody('editor')));
  const rows = await admin`select 1 from notice where person_id in (${disabled.id}, ${past.id})`;
  expect(rows).toHaveLength(0);
  expect(await kindsOf(there)).toEqual(['submitted']);
  const here = (await listColleagues(there, NOW)).map(({ id: one }) => one);
  expect(here).toContain(there.id);
  expect(here).not.toContain(disabled.id);
  expect(here).not.toContain(past.id);
});

test('a refused deed tells nobody', async () => {
  const publisher = await somebody('publisher');
  const { id } = await aPlace();
  await expect(runCommand(submitUnit, unit(id, 7), callBy(await somebody('editor')))).rejects.toMatchObject({
    code: 'conflict',
  });
  expect(await kindsOf(publisher)).toEqual([]);
});

test('notices are read one by one, or all that were shown', async () => {
  const publisher = await somebody('publisher');
  const editor = await somebody('editor');
  const ids = [(await aPlace()).id, (await aPlace()).id, (await aPlace()).id];
  for (const [index, id] of ids.entries()) {
    await runCommand(submitUnit, unit(id, 1), callBy(editor, { now: new Date(NOW.getTime() + index * 1000) }));
  }
  expect(await countUnread(publisher)).toBe(3);
  const { rows, total } = await listNotices(publisher, { locale: 'ar', page: 1 });
  expect(total).toBe(3);
  const call = callBy(publisher, { now: new Date(NOW.getTime() + 5000) });
  await runCommand(markRead, { notice: rows[0]?.id }, call);
  expect(await countUnread(publisher)).toBe(2);
  // What came after the page was drawn is not read by pressing its button.
  await runCommand(markAllRead, { upTo: rows[2]?.createdAt.toISOString() }, callBy(publisher));
  expect(await countUnread(publisher)).toBe(1);
  await runCommand(markAllRead, { upTo: rows[0]?.createdAt.toISOString() }, callBy(publisher));
  expect(await countUnread(publisher)).toBe(0);
  await runCommand(markRead, { notice: rows[0]?.id }, callBy(publisher, { now: new Date(NOW.getTime() + 9000) }));
  const [again] = (await listNotices(publisher, { locale: 'ar', page: 1 })).rows;
  expect(again?.readAt, 'the first time counts').toEqual(call.now);
});

test('whoever signs in chooses their mails, and strangers are told nothing', async () => {
  const editor = await somebody('editor');
  expect(await findMailing(editor)).toBe('daily');
  await runCommand(setMailing, { mailing: 'none' }, callBy(editor));
  expect(await findMailing(editor)).toBe('none');
  await expect(runCommand(setMailing, { mailing: 'hourly' }, callBy(editor))).rejects.toMatchObject({
    code: 'invalid',
  });
  for (const ask of [
    async () => listNotices(ANONYMOUS, { locale: 'ar', page: 1 }),
    async () => countUnread(ANONYMOUS),
    async () => findMailing(ANONYMOUS),
    async () => listColleagues(ANONYMOUS, NOW),
  ]) {
    await expect(ask()).rejects.toMatchObject({ code: 'forbidden' });
  }
});
