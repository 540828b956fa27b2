import { expect, test } from 'vitest';
import { ANONYMOUS } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { findTwoRevisions } from '#features/records/queries/find-two-revisions.ts';
import { callBy, somebody } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlace } from '#tests/support/factories.ts';

useTestDatabase();

test('two revisions are found whichever is named first, and nothing where one of them is none', async () => {
  const editor = await somebody('editor');
  const { id } = await aPlace({ texts: { ar: { title: 'أول' } } });
  for (const [rev, title] of ['ثانٍ', 'ثالث'].entries()) {
    await runCommand(saveUnit, { record: id, scope: 'ar', baseRev: rev + 1, content: { title } }, callBy(editor));
  }
  const find = (one: number, other: number) => findTwoRevisions(editor, { recordId: id, scope: 'ar', one, other });
  const expected = { before: { title: 'أول' }, content: { title: 'ثالث' } };
  expect(await find(1, 3)).toEqual(expected);
  expect(await find(3, 1)).toEqual(expected);
  expect(await find(2, 2)).toBeNull();
  expect(await find(1, 9)).toBeNull();
  const asStranger = findTwoRevisions(ANONYMOUS, { recordId: id, scope: 'ar', one: 1, other: 2 });
  await expect(asStranger).rejects.toMatchObject({ code: 'forbidden' });
});
