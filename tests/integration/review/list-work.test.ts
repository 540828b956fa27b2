import { expect, test } from 'vitest';
import type { PersonActor } from '#features/ledger/model.ts';
import { ANONYMOUS } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { approveUnit } from '#features/records/commands/approve-unit.ts';
import { returnUnit } from '#features/records/commands/return-unit.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { submitUnit } from '#features/records/commands/submit-unit.ts';
import type { Scope } from '#features/records/model.ts';
import { listWork, WORK_LISTS, type WorkList } from '#features/review/queries/list-work.ts';
import { callBy, somebody } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlace } from '#tests/support/factories.ts';

useTestDatabase();

const DAY = '2026-11-25';

const unit = (record: string, scope: Scope, rev: number) => ({ record, scope, rev });

async function save(
  record: string,
  { scope, rev, title, by }: { scope: Scope; rev: number; title: string; by: PersonActor },
) {
  await runCommand(saveUnit, { record, scope, baseRev: rev, content: { title } }, callBy(by));
}

async function refsOf(actor: PersonActor, list: WorkList): Promise<string[]> {
  return (await listWork(actor, { list, locale: 'ar', most: 50, day: DAY })).map(({ ref, scope }) => `${ref} ${scope}`);
}

test('each list holds what waits for somebody with their rights, and nobody judges their own', async () => {
  const [editor, publisher] = [await somebody('editor'), await somebody('publisher')];
  const [translator, reviewer] = [await somebody('translator', 'de'), await somebody('reviewer', 'de')];
  const { id, ref } = await aPlace({ texts: { ar: { title: 'مرفأ' }, de: { title: 'Hafen' } } });

  await save(id, { scope: 'ar', rev: 1, title: 'ميناء', by: editor });
  expect(await refsOf(editor, 'drafts')).toEqual([`${ref} ar`]);
  expect(await refsOf(publisher, 'drafts'), 'drafts of others are theirs').toEqual([]);
  expect(await refsOf(translator, 'outdated')).toEqual([`${ref} de`]);
  expect(await refsOf(await somebody('translator', 'en'), 'outdated'), 'another language').toEqual([]);

  await runCommand(submitUnit, unit(id, 'ar', 2), callBy(editor));
  expect(await refsOf(editor, 'drafts')).toEqual([]);
  expect(await refsOf(publisher, 'review')).toEqual([`${ref} ar`]);
  expect(await refsOf(editor, 'review'), 'an editor judges nothing').toEqual([]);
  expect(await refsOf(reviewer, 'review'), 'a reviewer of German judges no source').toEqual([]);

  await runCommand(returnUnit, { ...unit(id, 'ar', 2), note: 'ناقص' }, callBy(publisher));
  const [returned] = await listWork(editor, { list: 'returned', locale: 'ar', most: 5, day: DAY });
  expect(returned).toMatchObject({
    ref,
    kind: 'place',
    scope: 'ar',
    title: { text: 'ميناء', locale: 'ar' },
    returnNote: 'ناقص',
    total: 1,
  });
  expect(await refsOf(publisher, 'returned')).toEqual([]);

  await save(id, { scope: 'de', rev: 1, title: 'Seehafen', by: translator });
  await runCommand(submitUnit, unit(id, 'de', 2), callBy(translator));
  expect(await refsOf(reviewer, 'review')).toEqual([`${ref} de`]);
  await runCommand(approveUnit, unit(id, 'de', 2), callBy(reviewer));
  expect(await refsOf(reviewer, 'release')).toEqual([`${ref} de`]);
  expect(await refsOf(editor, 'release')).toEqual([]);
});

test('a publisher who submitted something is not asked to judge it', async () => {
  const [publisher, other] = [await somebody('publisher'), await somebody('publisher')];
  const { id, ref } = await aPlace();
  await runCommand(submitUnit, unit(id, 'ar', 1), callBy(publisher));
  expect(await refsOf(publisher, 'review')).not.toContain(`${ref} ar`);
  expect(await refsOf(other, 'review')).toContain(`${ref} ar`);
});

test('strangers are told nothing', async () => {
  for (const list of WORK_LISTS) {
    await expect(listWork(ANONYMOUS, { list, locale: 'ar', most: 5, day: DAY })).rejects.toMatchObject({
      code: 'forbidden',
    });
  }
});
