import { describe, expect, test } from 'vitest';
import { ANONYMOUS, type PersonActor } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { changeView } from '#features/views/commands/change-view.ts';
import { keepView } from '#features/views/commands/keep-view.ts';
import { removeView } from '#features/views/commands/remove-view.ts';
import { listSavedViews } from '#features/views/queries/list-saved-views.ts';
import { callBy, somebody } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { lookInto } from '#tests/support/looking.ts';

const database = useTestDatabase();
const { auditOf } = lookInto(database);

const view = { list: 'partnership', name: 'ما ينتظر', question: 'type=port&state=draft&part=ar', sharedWith: 'owner' };

async function namesFor(actor: PersonActor): Promise<string[]> {
  return (await listSavedViews(actor, 'partnership')).map(({ name }) => name);
}

describe('a view', () => {
  test('is kept in the one form of its question, changed and removed by its owner', async () => {
    const editor = await somebody('editor');
    const { id } = await runCommand(keepView, view, callBy(editor));
    expect(await listSavedViews(editor, 'partnership')).toEqual([
      {
        id,
        ownerId: editor.id,
        owner: editor.name,
        name: view.name,
        question: 'state=ar.draft&type=port',
        sharedWith: 'owner',
        rank: 0,
      },
    ]);
    expect(await listSavedViews(editor, 'place'), 'of another list').toEqual([]);
    await runCommand(changeView, { view: id, name: 'الموانئ' }, callBy(editor));
    await runCommand(changeView, { view: id, question: 'sort=title', rank: '7' }, callBy(editor));
    expect(await listSavedViews(editor, 'partnership')).toMatchObject([
      { name: 'الموانئ', question: 'sort=title', rank: 7, sharedWith: 'owner' },
    ]);
    const call = callBy(editor);
    await runCommand(removeView, { view: id }, call);
    expect(await namesFor(editor)).toEqual([]);
    expect(await auditOf(call.requestId)).toMatchObject([
      { action: 'view.remove', detail: { question: 'sort=title' } },
    ]);
    await expect(runCommand(removeView, { view: id }, callBy(editor))).rejects.toMatchObject({ code: 'notFound' });
  });

  test('stands in its place among the others', async () => {
    const editor = await somebody('editor');
    const ids: string[] = [];
    for (const name of ['1', '2', '3']) ids.push((await runCommand(keepView, { ...view, name }, callBy(editor))).id);
    expect(await namesFor(editor)).toEqual(['1', '2', '3']);
    await runCommand(changeView, { view: ids[2], rank: 0 }, callBy(editor));
    await runCommand(changeView, { view: ids[0], rank: 1 }, callBy(editor));
    await runCommand(changeView, { view: ids[1], rank: 2 }, callBy(editor));
    expect(await namesFor(editor)).toEqual(['3', '1', '2']);
  });

  test('of a question that means nothing is not kept', async () => {
    const editor = await somebody('editor');
    for (const question of ['nonsense=1', 'state=gone', 'theme=none;drop']) {
      await expect(runCommand(keepView, { ...view, question }, callBy(editor))).rejects.toMatchObject({
        code: 'invalid',
        detail: { fields: [{ path: 'question' }] },
      });
    }
    const { id } = await runCommand(keepView, view, callBy(editor));
    await expect(runCommand(changeView, { view: id, question: 'x=1' }, callBy(editor))).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(runCommand(keepView, { ...view, list: 'person' }, callBy(editor))).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  test('of one’s own is for nobody else', async () => {
    const [editor, administrator] = [await somebody('editor'), await somebody('administrator')];
    const { id } = await runCommand(keepView, view, callBy(editor));
    expect(await namesFor(administrator)).toEqual([]);
    const forbidden = { code: 'forbidden' };
    await expect(runCommand(changeView, { view: id, name: 'x' }, callBy(administrator))).rejects.toMatchObject(
      forbidden,
    );
    await expect(runCommand(removeView, { view: id }, callBy(administrator))).rejects.toMatchObject(forbidden);
    await expect(
      runCommand(changeView, { view: id, sharedWith: 'everybody' }, callBy(editor)),
      'sharing is for those who release',
    ).rejects.toMatchObject(forbidden);
  });

  test('is seen by those with whom it is shared', async () => {
    const publisher = await somebody('publisher');
    const [editor, translator] = [await somebody('editor'), await somebody('translator', 'de')];
    await runCommand(keepView, { ...view, name: 'للجميع', sharedWith: 'everybody' }, callBy(publisher));
    const { id } = await runCommand(
      keepView,
      { ...view, name: 'للمترجمين', sharedWith: 'translator' },
      callBy(publisher),
    );
    expect(await namesFor(editor)).toEqual(['للجميع']);
    expect(await namesFor(translator)).toEqual(['للجميع', 'للمترجمين']);
    expect(await namesFor(await somebody('administrator'))).toEqual(['للجميع', 'للمترجمين']);
    await runCommand(changeView, { view: id, sharedWith: 'owner' }, callBy(publisher));
    expect(await namesFor(translator)).toEqual(['للجميع']);
  });

  test('is for staff', async () => {
    await expect(runCommand(keepView, view, callBy(ANONYMOUS))).rejects.toMatchObject({ code: 'signedOut' });
    const stranger: PersonActor = { ...(await somebody('editor')), grants: [] };
    await expect(listSavedViews(stranger, 'partnership')).rejects.toMatchObject({ code: 'forbidden' });
  });
});
