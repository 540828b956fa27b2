import { afterEach, describe, expect, test } from 'vitest';
import { ANONYMOUS, type PersonActor } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { approveUnit } from '#features/records/commands/approve-unit.ts';
import { autosaveUnit } from '#features/records/commands/autosave-unit.ts';
import { importRecord } from '#features/records/commands/import-record.ts';
import { returnUnit } from '#features/records/commands/return-unit.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { scheduleRelease } from '#features/records/commands/schedule-release.ts';
import { setFourEyes } from '#features/records/commands/set-four-eyes.ts';
import { submitUnit } from '#features/records/commands/submit-unit.ts';
import type { Scope } from '#features/records/model.ts';
import { findFourEyes } from '#features/records/queries/find-four-eyes.ts';
import { findSubmission } from '#features/records/queries/find-submission.ts';
import { listWork } from '#features/review/queries/list-work.ts';
import { callBy, somebody, SYSTEM } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlace, publish } from '#tests/support/factories.ts';
import { lookInto } from '#tests/support/looking.ts';

const database = useTestDatabase();
const { unitOf, auditOf } = lookInto(database);

const unit = (record: string, rev: number, scope: Scope = 'ar') => ({ record, scope, rev });

async function ask(fourEyes: 'off' | 'on') {
  const call = callBy(await somebody('administrator'));
  await runCommand(setFourEyes, { fourEyes }, call);
  return call;
}

async function write(by: PersonActor, record: string, scope: Scope = 'ar') {
  await runCommand(saveUnit, { record, scope, baseRev: 1, content: { title: 'جديد' } }, callBy(by));
}

/** Facts before readers, and texts that somebody has written since. */
async function written(by: PersonActor, scope: Scope = 'ar'): Promise<string> {
  const { id } = await aPlace({ texts: { ar: { title: 'مرفأ' }, de: { title: 'Hafen' } }, isPublished: true });
  await write(by, id, scope);
  return id;
}

afterEach(async () => {
  await database.admin`update site set four_eyes = false`;
});

describe('approving', () => {
  test.each(['off', 'on'] as const)('is for somebody else than who wrote last, with four eyes %s', async (fourEyes) => {
    await ask(fourEyes);
    for (const role of ['publisher', 'administrator'] as const) {
      const [writer, submitter, third] = [await somebody(role), await somebody('editor'), await somebody('publisher')];
      const id = await written(writer);
      await runCommand(submitUnit, unit(id, 2), callBy(submitter));
      const day = '2026-11-25';
      const waiting = async (actor: PersonActor) =>
        (await listWork(actor, { list: 'review', locale: 'ar', most: 99, day })).length;
      const [own, others] = [await waiting(writer), await waiting(third)];
      expect(own, 'nor is it listed for them').toBe(others - 1);
      await expect(runCommand(approveUnit, unit(id, 2), callBy(writer))).rejects.toMatchObject({ code: 'forbidden' });
      await expect(runCommand(returnUnit, { ...unit(id, 2), note: 'x' }, callBy(writer))).rejects.toMatchObject({
        code: 'forbidden',
      });
      await runCommand(approveUnit, unit(id, 2), callBy(third));
      expect(await unitOf(id, 'ar')).toMatchObject({ state: 'approved' });
    }
  });

  test('is refused to who only autosaved', async () => {
    const [publisher, submitter] = [await somebody('publisher'), await somebody('editor')];
    const { id } = await aPlace();
    const typed = { record: id, scope: 'ar', baseRev: 1, content: { title: 'نص' } };
    await runCommand(autosaveUnit, typed, callBy(publisher));
    await runCommand(submitUnit, unit(id, 2), callBy(submitter));
    await expect(runCommand(approveUnit, unit(id, 3), callBy(publisher))).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('a reviewer approves no translation of their own', async () => {
    const [reviewer, other] = [await somebody('reviewer', 'de'), await somebody('reviewer', 'de')];
    const id = await written(reviewer, 'de');
    await runCommand(submitUnit, unit(id, 2, 'de'), callBy(reviewer));
    await expect(runCommand(approveUnit, unit(id, 2, 'de'), callBy(reviewer))).rejects.toMatchObject({
      code: 'forbidden',
    });
    await runCommand(approveUnit, unit(id, 2, 'de'), callBy(other));
  });
});

describe('with four eyes, a release of one’s own work', () => {
  test('waits for the approval of somebody else', async () => {
    await ask('on');
    const [publisher, other] = [await somebody('publisher'), await somebody('publisher')];
    const id = await written(publisher);
    const at = '2026-12-01T09:00';
    await expect(publish(id, { ar: 2 }, callBy(publisher))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(
      runCommand(scheduleRelease, { record: id, units: [{ scope: 'ar', rev: 2 }], at }, callBy(publisher)),
    ).rejects.toMatchObject({
      code: 'forbidden',
    });
    await runCommand(submitUnit, unit(id, 2), callBy(publisher));
    await expect(publish(id, { ar: 2 }, callBy(publisher))).rejects.toMatchObject({ code: 'forbidden' });
    await runCommand(approveUnit, unit(id, 2), callBy(other));
    await runCommand(scheduleRelease, { record: id, units: [{ scope: 'ar', rev: 2 }], at }, callBy(publisher));
    expect(await publish(id, { ar: 2 }, callBy(publisher))).toEqual({ published: ['ar'] });
  });

  test('also counts what a reviewer wrote, and one own unit among others', async () => {
    await ask('on');
    const [reviewer, publisher] = [await somebody('reviewer', 'de'), await somebody('publisher')];
    const id = await written(reviewer, 'de');
    await expect(publish(id, { de: 2 }, callBy(reviewer))).rejects.toMatchObject({ code: 'forbidden' });
    await write(publisher, id, 'ar');
    await expect(publish(id, { ar: 2, de: 2 }, callBy(publisher))).rejects.toMatchObject({ code: 'forbidden' });
    expect(await publish(id, { de: 2 }, callBy(publisher)), 'the work of others').toEqual({ published: ['de'] });
  });

  test('goes on for administrators, imports and the product itself', async () => {
    await ask('on');
    const administrator = await somebody('administrator');
    const id = await written(administrator);
    expect(await publish(id, { ar: 2 }, callBy(administrator))).toEqual({ published: ['ar'] });
    const units = { facts: { kind: 'city', country: 'DE', slug: 'four-eyes' }, ar: { title: 'مدينة' } };
    const asked = { kind: 'place', key: 'four-eyes', sourceLocale: 'ar', publish: true, units };
    await runCommand(importRecord, asked, callBy(await somebody('publisher')));
  });
});

test('without, a publisher releases their own draft', async () => {
  const publisher = await somebody('publisher');
  const id = await written(publisher);
  expect(await publish(id, { ar: 2 }, callBy(publisher))).toEqual({ published: ['ar'] });
});

test('the switch is off at first, and its change stands in the trail', async () => {
  expect(await findFourEyes(SYSTEM)).toBe(false);
  const call = await ask('on');
  expect(await findFourEyes(await somebody('editor'))).toBe(true);
  expect(await auditOf(call.requestId)).toMatchObject([
    { action: 'site.setFourEyes', detail: { fourEyes: 'on', before: 'off' } },
  ]);
  await expect(findFourEyes(ANONYMOUS)).rejects.toMatchObject({ code: 'forbidden' });
});

test('a submission is found with its words, the last one', async () => {
  const [editor, publisher] = [await somebody('editor'), await somebody('publisher')];
  const { id: recordId } = await aPlace();
  const found = async () => findSubmission(publisher, { recordId, scope: 'ar' });
  expect(await found()).toBeNull();
  await runCommand(submitUnit, { ...unit(recordId, 1), note: 'أول' }, callBy(editor));
  await runCommand(returnUnit, { ...unit(recordId, 1), reasons: ['facts', 'style'], note: 'ناقص' }, callBy(publisher));
  expect(await unitOf(recordId, 'ar')).toMatchObject({ returnNote: '#style #facts\nناقص' });
  await runCommand(submitUnit, unit(recordId, 1), callBy(editor));
  expect(await found()).toMatchObject({ by: editor.name, note: null });
  await expect(findSubmission(ANONYMOUS, { recordId, scope: 'ar' })).rejects.toMatchObject({ code: 'forbidden' });
});

test('a reason alone is enough to give something back', async () => {
  const { id } = await aPlace();
  await runCommand(submitUnit, unit(id, 1), callBy(await somebody('editor')));
  await runCommand(returnUnit, { ...unit(id, 1), reasons: 'direction' }, callBy(await somebody('publisher')));
  expect(await unitOf(id, 'ar')).toMatchObject({ state: 'draft', returnNote: '#direction' });
});
