import { describe, expect, test } from 'vitest';
import { ANONYMOUS, type PersonActor } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { listNotices } from '#features/notifications/queries/list-notices.ts';
import { trashRecord } from '#features/records/commands/trash-record.ts';
import type { Scope } from '#features/records/model.ts';
import { addComment } from '#features/review/commands/add-comment.ts';
import { answerComment } from '#features/review/commands/answer-comment.ts';
import { reopenComment } from '#features/review/commands/reopen-comment.ts';
import { resolveComment } from '#features/review/commands/resolve-comment.ts';
import { countOpenComments, listComments } from '#features/review/queries/list-comments.ts';
import { callBy, somebody, SYSTEM } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlace } from '#tests/support/factories.ts';

const { admin } = useTestDatabase();

async function say(by: PersonActor, record: string, more: Record<string, unknown> = {}) {
  return runCommand(addComment, { record, scope: 'ar', body: 'رأي', ...more }, callBy(by));
}

async function kindsOf(actor: PersonActor): Promise<string[]> {
  return (await listNotices(actor, { locale: 'ar', page: 1 })).rows.map(({ kind }) => kind);
}

async function talksOf(recordId: string, scope: Scope = 'ar') {
  return listComments(SYSTEM, { recordId, scope });
}

async function named(person: PersonActor, name: string): Promise<PersonActor> {
  await admin`update person set name = ${name} where id = ${person.id}`;
  return { ...person, name };
}

describe('a comment', () => {
  test('is about a unit, a field or words of it, and is answered, settled and opened again', async () => {
    const [editor, publisher] = [await somebody('editor'), await somebody('publisher')];
    const { id } = await aPlace();
    const { id: whole } = await say(publisher, id);
    await say(publisher, id, { path: 'title', quote: ' مرفأ ' });
    const place = { path: '', quote: 'كلمات' };
    await say(publisher, id, place);
    expect(await talksOf(id)).toMatchObject([
      { id: whole, path: null, quote: null, author: publisher.name, pieces: [{ text: 'رأي' }], answers: [] },
      { path: 'title', quote: 'مرفأ' },
      { path: null, quote: null },
    ]);
    expect(await countOpenComments(editor, id)).toEqual({ facts: 0, ar: 3, de: 0, en: 0 });

    await runCommand(answerComment, { comment: whole, body: 'ردّ' }, callBy(editor));
    expect((await talksOf(id))[0]).toMatchObject({ answers: [{ author: editor.name, pieces: [{ text: 'ردّ' }] }] });
    expect(await kindsOf(publisher)).toEqual(['answered']);

    await runCommand(resolveComment, { comment: whole }, callBy(editor));
    expect((await talksOf(id))[0]).toMatchObject({ resolvedBy: editor.name });
    expect(await countOpenComments(editor, id)).toMatchObject({ ar: 2 });
    await expect(
      runCommand(answerComment, { comment: whole, body: 'x' }, callBy(editor)),
      'what is settled is not answered',
    ).rejects.toMatchObject({ code: 'stateRefused' });
    await expect(runCommand(resolveComment, { comment: whole }, callBy(editor))).rejects.toMatchObject({
      code: 'stateRefused',
    });
    await runCommand(reopenComment, { comment: whole }, callBy(publisher));
    expect((await talksOf(id))[0]).toMatchObject({ resolvedAt: null, resolvedBy: null });
  });

  test('keeps whom it names by id, under whatever name they bear', async () => {
    const { id } = await aPlace();
    const salma = await named(await somebody('editor'), 'سلمى حداد');
    const other = await named(await somebody('translator', 'de'), 'سلمى حداد');
    const publisher = await somebody('publisher');
    await say(publisher, id, { body: 'ما رأيك يا @سلمى حداد؟', mention: other.id });
    expect(await kindsOf(other)).toEqual(['mentioned']);
    expect(await kindsOf(salma)).toEqual([]);
    await named(other, 'سلمى نصار');
    expect((await talksOf(id))[0]?.pieces).toEqual([{ text: 'ما رأيك يا ' }, { name: 'سلمى نصار' }, { text: '؟' }]);
    const [told] = (await listNotices(other, { locale: 'ar', page: 1 })).rows;
    expect(told).toMatchObject({ part: 'ar', detail: { note: 'ما رأيك يا @سلمى حداد؟' } });
  });

  test('names nobody who left, and tells nobody twice', async () => {
    const { id } = await aPlace();
    const gone = await named(await somebody('editor'), 'Gone Away');
    await admin`update person set disabled_at = now() where id = ${gone.id}`;
    const [one, other] = [await named(await somebody('editor'), 'Jo Ann'), await somebody('publisher')];
    const { id: comment } = await say(one, id, { body: 'to @Gone Away and @Jo Ann', mention: [gone.id, one.id] });
    expect((await talksOf(id))[0]?.pieces).toEqual([{ text: 'to @Gone Away and ' }, { name: 'Jo Ann' }]);
    expect(await kindsOf(one), 'not of one’s own').toEqual([]);
    await runCommand(answerComment, { comment, body: '@Jo Ann yes' }, callBy(other));
    expect(await kindsOf(one)).toEqual(['mentioned']);
  });

  test('of more than 2000 characters, of none, or about no field is refused by name', async () => {
    const editor = await somebody('editor');
    const { id } = await aPlace();
    const refusal = async (more: object) => say(editor, id, { ...more }).catch((thrown: unknown) => thrown);
    expect(await refusal({ body: 'ك'.repeat(2001) })).toMatchObject({
      detail: { fields: [{ path: 'body', reason: 'tooLong', params: { max: 2000 } }] },
    });
    expect(await refusal({ body: '  ' })).toMatchObject({ detail: { fields: [{ path: 'body', reason: 'required' }] } });
    expect(await refusal({ path: 'nothing' })).toMatchObject({
      detail: { fields: [{ path: 'path', reason: 'unknownKey' }] },
    });
    expect(await refusal({ path: 'title', quote: 'x'.repeat(501) })).toMatchObject({
      detail: { fields: [{ path: 'quote', reason: 'tooLong', params: { max: 500 } }] },
    });
    expect(await say(editor, id, { body: 'ك'.repeat(2000) })).toMatchObject({ id: expect.any(String) as string });
  });

  test('needs a unit that somebody has begun, outside of the trash', async () => {
    const editor = await somebody('editor');
    const { id } = await aPlace();
    await expect(say(editor, id, { scope: 'en' })).rejects.toMatchObject({ code: 'notFound' });
    await runCommand(trashRecord, { record: id }, callBy());
    await expect(say(editor, id)).rejects.toMatchObject({ code: 'stateRefused' });
  });

  test('is settled by whoever wrote it, whatever else they may do', async () => {
    const translator = await somebody('translator', 'de');
    const { id } = await aPlace();
    const { id: comment } = await say(translator, id, { scope: 'facts' });
    await runCommand(resolveComment, { comment }, callBy(translator));
    expect(await talksOf(id, 'facts')).toMatchObject([{ resolvedBy: translator.name }]);
  });
});

test('strangers read no comment', async () => {
  const { id } = await aPlace();
  await expect(listComments(ANONYMOUS, { recordId: id, scope: 'ar' })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(countOpenComments(ANONYMOUS, id)).rejects.toMatchObject({ code: 'forbidden' });
});

test('the public role cannot read them', async () => {
  await expect(
    admin.begin(async (sql) => {
      await sql`set local role madinatan_public`;
      await sql`select from comment`;
    }),
  ).rejects.toThrow(/permission denied/u);
});
