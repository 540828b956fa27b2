import { describe, expect, test } from 'vitest';
import type { PersonActor } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { listNotices } from '#features/notifications/queries/list-notices.ts';
import { assignUnit } from '#features/records/commands/assign-unit.ts';
import type { Scope } from '#features/records/model.ts';
import { findDeskRecord } from '#features/records/queries/find-desk-record.ts';
import { listWork, type WorkList } from '#features/review/queries/list-work.ts';
import { callBy, somebody, SYSTEM } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlace, publish } from '#tests/support/factories.ts';
import { lookInto } from '#tests/support/looking.ts';

const database = useTestDatabase();
const { auditOf } = lookInto(database);

interface Asked {
  scope?: Scope;
  assignee: string;
  dueOn?: string;
  seen?: string;
}

async function assign(record: string, asked: Asked, by?: PersonActor) {
  const call = callBy(by);
  await runCommand(assignUnit, { record, scope: 'de', ...asked }, call);
  return call;
}

async function aDraft() {
  return aPlace({ texts: { ar: { title: 'مرفأ' }, de: { title: 'Hafen' } } });
}

async function germanOf(ref: string) {
  return (await findDeskRecord(SYSTEM, ref))?.units.find(({ scope }) => scope === 'de');
}

async function listed(actor: PersonActor, list: WorkList, day = '2026-11-25') {
  return (await listWork(actor, { list, locale: 'ar', most: 50, day })).map(({ ref, dueOn, isOverdue }) => ({
    ref,
    dueOn,
    isOverdue,
  }));
}

describe('an assignment', () => {
  test('is seen, told, and kept in the trail; it changes no word and no state', async () => {
    const [editor, translator] = [await somebody('editor'), await somebody('translator', 'de')];
    const { id, ref } = await aDraft();
    const call = await assign(id, { assignee: translator.id, dueOn: '2026-12-24' }, editor);
    expect(await germanOf(ref)).toMatchObject({
      assignee: { id: translator.id, name: translator.name },
      dueOn: '2026-12-24',
      state: 'draft',
      headRev: 1,
    });
    expect(await auditOf(call.requestId)).toMatchObject([
      { action: 'record.assign', scope: 'de', detail: { assignee: translator.id, dueOn: '2026-12-24' } },
    ]);
    expect((await listNotices(translator, { locale: 'ar', page: 1 })).rows).toMatchObject([
      { kind: 'assigned', ref, part: 'de', by: editor.name, detail: { dueOn: '2026-12-24' } },
    ]);
    await assign(id, { assignee: '', seen: translator.id }, editor);
    expect(await germanOf(ref)).toMatchObject({ assignee: null, dueOn: null });
  });

  test.each([
    ['the past', async () => ({ assignee: (await somebody('translator', 'de')).id, dueOn: '2026-11-24' }), 'timePast'],
    ['no day', async () => ({ assignee: (await somebody('translator', 'de')).id, dueOn: '2026-02-30' }), 'format'],
    ['somebody of another language', async () => ({ assignee: (await somebody('translator', 'en')).id }), 'notOffered'],
    ['nobody who is here', async () => ({ assignee: '0193aaaa-0000-7000-8000-000000000000' }), 'notOffered'],
  ])('to %s is refused by the name of the field', async (_name, asked, reason) => {
    const { id } = await aDraft();
    await expect(assign(id, await asked())).rejects.toMatchObject({
      code: 'invalid',
      detail: { fields: [{ reason }] },
    });
  });

  test('of two at once the second looks again', async () => {
    const [one, other] = [await somebody('translator', 'de'), await somebody('reviewer', 'de')];
    const { id, ref } = await aDraft();
    const both = await Promise.allSettled([
      assign(id, { assignee: one.id }, one),
      assign(id, { assignee: other.id }, other),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await germanOf(ref))?.assignee).not.toBeNull();
  });
});

describe('whoever assigns nobody', () => {
  test('takes what nobody has and what they may write, and gives it up', async () => {
    const translator = await somebody('translator', 'de');
    const { id, ref } = await aDraft();
    await assign(id, { assignee: translator.id }, translator);
    expect(await germanOf(ref)).toMatchObject({ assignee: { id: translator.id } });
    await assign(id, { assignee: '', seen: translator.id }, translator);
    expect(await germanOf(ref)).toMatchObject({ assignee: null });
  });

  test('takes nothing of others, nothing they may not write, and sets no day', async () => {
    const [translator, other] = [await somebody('translator', 'de'), await somebody('translator', 'de')];
    const { id } = await aDraft();
    const refused = { code: 'forbidden' };
    await expect(assign(id, { assignee: translator.id, scope: 'ar' }, translator)).rejects.toMatchObject(refused);
    await expect(assign(id, { assignee: other.id }, translator)).rejects.toMatchObject(refused);
    await expect(assign(id, { assignee: translator.id, dueOn: '2026-12-24' }, translator)).rejects.toMatchObject(
      refused,
    );
    await assign(id, { assignee: other.id });
    await expect(assign(id, { assignee: translator.id, seen: other.id }, translator)).rejects.toMatchObject(refused);
    await expect(assign(id, { assignee: '', seen: other.id }, translator)).rejects.toMatchObject(refused);
  });
});

test('the first page lists what is due within a week, what is overdue, and the rest apart', async () => {
  const translator = await somebody('translator', 'de');
  const [overdue, soon, far, never, done] = [
    await aDraft(),
    await aDraft(),
    await aDraft(),
    await aDraft(),
    await aDraft(),
  ];
  await assign(overdue.id, { assignee: translator.id, dueOn: '2026-11-26' });
  await assign(soon.id, { assignee: translator.id, dueOn: '2026-12-03' });
  await assign(far.id, { assignee: translator.id, dueOn: '2026-12-05' });
  await assign(never.id, { assignee: translator.id });
  await assign(done.id, { assignee: translator.id, dueOn: '2026-11-26' });
  await publish(done.id, { facts: 1, ar: 1, de: 1 });
  expect(await listed(translator, 'due', '2026-11-27')).toEqual([
    { ref: overdue.ref, dueOn: '2026-11-26', isOverdue: true },
    { ref: soon.ref, dueOn: '2026-12-03', isOverdue: false },
  ]);
  expect((await listed(translator, 'assigned', '2026-11-27')).map(({ ref }) => ref).toSorted()).toEqual(
    [far.ref, never.ref].toSorted(),
  );
  expect(await germanOf(done.ref), 'a release settles what was asked').toMatchObject({ assignee: null, dueOn: null });
  expect(await listed(await somebody('translator', 'de'), 'assigned', '2026-11-27')).toEqual([]);
});
