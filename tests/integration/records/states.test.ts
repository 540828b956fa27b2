import { describe, expect, test } from 'vitest';
import type { PersonActor } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { approveUnit } from '#features/records/commands/approve-unit.ts';
import { autosaveUnit } from '#features/records/commands/autosave-unit.ts';
import { discardDraft } from '#features/records/commands/discard-draft.ts';
import { restoreRevision } from '#features/records/commands/restore-revision.ts';
import { returnUnit } from '#features/records/commands/return-unit.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { submitUnit } from '#features/records/commands/submit-unit.ts';
import { unpublishUnits } from '#features/records/commands/unpublish-units.ts';
import type { Scope } from '#features/records/model.ts';
import { callBy, somebody } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlace, publish } from '#tests/support/factories.ts';
import { lookInto } from '#tests/support/looking.ts';

const database = useTestDatabase();
const { unitOf, revisionsOf, auditOf, fingerprint } = lookInto(database);

const unit = (record: string, rev: number, scope: Scope = 'ar') => ({ record, scope, rev });

async function save(record: string, baseRev: number, title: string) {
  await runCommand(saveUnit, { record, scope: 'ar', baseRev, content: { title } }, callBy());
}

async function submitted(author: PersonActor) {
  const { id } = await aPlace();
  await runCommand(submitUnit, unit(id, 1), callBy(author));
  return id;
}

describe('review', () => {
  test('a draft is handed over, approved and released', async () => {
    const [editor, publisher] = [await somebody('editor'), await somebody('publisher')];
    const { id } = await aPlace();
    const call = callBy(editor);
    expect(await runCommand(submitUnit, { ...unit(id, 1), note: 'جاهز' }, call)).toEqual({ version: 2 });
    expect(await unitOf(id, 'ar')).toMatchObject({ state: 'in_review', submittedBy: editor.id, headRev: 1 });
    expect(await auditOf(call.requestId)).toMatchObject([
      { action: 'record.submit', scope: 'ar', revision: 1, detail: { note: 'جاهز' } },
    ]);

    await runCommand(approveUnit, unit(id, 1), callBy(publisher));
    expect(await unitOf(id, 'ar')).toMatchObject({ state: 'approved', version: 3 });
    await publish(id, { facts: 1, ar: 1 }, callBy(publisher));
    expect(await unitOf(id, 'ar')).toMatchObject({
      state: 'published',
      publishedRev: 1,
      submittedBy: null,
      version: 4,
    });
  });

  test('a draft is given back with a reason, which the next save answers', async () => {
    const id = await submitted(await somebody('editor'));
    await runCommand(returnUnit, { ...unit(id, 1), note: 'الاسم ناقص' }, callBy());
    expect(await unitOf(id, 'ar')).toMatchObject({ state: 'draft', returnNote: 'الاسم ناقص', submittedBy: null });
    await runCommand(autosaveUnit, { record: id, scope: 'ar', baseRev: 1, content: { title: 'اسم' } }, callBy());
    expect(await unitOf(id, 'ar'), 'the reason stays while somebody types').toMatchObject({ returnNote: 'الاسم ناقص' });
    await save(id, 2, 'اسم كامل');
    expect(await unitOf(id, 'ar')).toMatchObject({ state: 'draft', returnNote: null });
  });

  test('nobody approves or returns what they submitted themselves', async () => {
    const publisher = await somebody('publisher');
    const id = await submitted(publisher);
    await expect(runCommand(approveUnit, unit(id, 1), callBy(publisher))).rejects.toMatchObject({ code: 'forbidden' });
    const back = { ...unit(id, 1), note: 'x' };
    await expect(runCommand(returnUnit, back, callBy(publisher))).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('a save takes the draft back from review', async () => {
    const id = await submitted(await somebody('editor'));
    await save(id, 1, 'أفضل');
    expect(await unitOf(id, 'ar')).toMatchObject({ state: 'draft', submittedBy: null });
    await expect(runCommand(approveUnit, unit(id, 2), callBy())).rejects.toMatchObject({ code: 'stateRefused' });
  });

  test('what was only autosaved is saved in its writer’s name when it is handed over', async () => {
    const [editor, other] = [await somebody('editor'), await somebody('editor')];
    const { id } = await aPlace();
    const typed = { record: id, scope: 'ar', baseRev: 1, content: { title: 'مرفأ' } };
    await runCommand(autosaveUnit, typed, callBy(editor));
    await runCommand(submitUnit, unit(id, 2), callBy(other));
    expect(await unitOf(id, 'ar')).toMatchObject({ state: 'in_review', headRev: 3, submittedBy: other.id });
    expect((await revisionsOf(id, 'ar')).at(-1)).toMatchObject({ kind: 'save', author: editor.id });
  });

  test.each([
    ['submit what is in review', async (id: string) => runCommand(submitUnit, unit(id, 1), callBy())],
    ['return a draft', async (id: string) => runCommand(returnUnit, { ...unit(id, 1, 'facts'), note: 'x' }, callBy())],
    ['approve a draft', async (id: string) => runCommand(approveUnit, unit(id, 1, 'facts'), callBy())],
    ['discard what was never public', async (id: string) => runCommand(discardDraft, unit(id, 1, 'facts'), callBy())],
  ])('no state allows to %s', async (_name, attempt) => {
    const id = await submitted(await somebody('editor'));
    const before = await fingerprint();
    await expect(attempt(id)).rejects.toMatchObject({ code: 'stateRefused' });
    expect(await fingerprint()).toBe(before);
  });

  test.each([
    ['submitting', async (id: string) => runCommand(submitUnit, unit(id, 1), callBy())],
    ['restoring', async (id: string) => runCommand(restoreRevision, { ...unit(id, 1), from: 1 }, callBy())],
    ['discarding', async (id: string) => runCommand(discardDraft, unit(id, 1), callBy())],
    ['releasing', async (id: string) => publish(id, { ar: 1 })],
  ])('%s a revision that is no longer the head is a conflict that names the head', async (_name, attempt) => {
    const { id } = await aPlace({ isPublished: true });
    await save(id, 1, 'أحدث');
    const before = await fingerprint();
    await expect(attempt(id)).rejects.toMatchObject({
      code: 'conflict',
      detail: { current: { version: 3, headRev: 2 } },
    });
    expect(await fingerprint()).toBe(before);
  });

  test('an empty reason is none', async () => {
    const id = await submitted(await somebody('editor'));
    await expect(runCommand(returnUnit, { ...unit(id, 1), note: '  ' }, callBy())).rejects.toMatchObject({
      code: 'invalid',
      detail: { fields: [{ path: 'note', reason: 'required' }] },
    });
  });
});

describe('going back', () => {
  test('restoring puts an old revision of one unit on top, as a draft, and nothing else', async () => {
    const { id } = await aPlace({ isPublished: true });
    const { content: first } = await unitOf(id, 'ar');
    const facts = await unitOf(id, 'facts');
    await save(id, 1, 'ثانٍ');
    await publish(id, { ar: 2 });
    const call = callBy();
    expect(await runCommand(restoreRevision, { ...unit(id, 2), from: 1 }, call)).toMatchObject({ rev: 3 });
    expect(await unitOf(id, 'ar')).toMatchObject({ content: first, state: 'draft', headRev: 3, publishedRev: 2 });
    expect((await revisionsOf(id, 'ar')).at(-1)).toMatchObject({ kind: 'restore', baseN: 1 });
    expect(await unitOf(id, 'facts')).toEqual(facts);
    expect(await auditOf(call.requestId)).toMatchObject([{ action: 'record.restore', revision: 3 }]);
  });

  test('restoring a revision that never was is refused', async () => {
    const { id } = await aPlace();
    await expect(runCommand(restoreRevision, { ...unit(id, 1), from: 9 }, callBy())).rejects.toMatchObject({
      code: 'notFound',
    });
  });

  test('discarding brings back what readers see; the draft stays in the history', async () => {
    const { id } = await aPlace({ isPublished: true });
    const { content: shown } = await unitOf(id, 'ar');
    await save(id, 1, 'مسودة');
    await runCommand(discardDraft, unit(id, 2), callBy());
    expect(await unitOf(id, 'ar')).toMatchObject({ content: shown, state: 'published', headRev: 3, publishedRev: 3 });
    expect((await revisionsOf(id, 'ar')).map(({ kind }) => kind)).toEqual(['create', 'save', 'discard']);
    await expect(runCommand(discardDraft, unit(id, 3), callBy())).rejects.toMatchObject({ code: 'stateRefused' });
  });

  test('a draft that waits for review goes on waiting when what readers see is withdrawn', async () => {
    const { id } = await aPlace({ isPublished: true });
    await save(id, 1, 'أحدث');
    await runCommand(submitUnit, unit(id, 2), callBy());
    await runCommand(unpublishUnits, { record: id, scopes: ['facts'] }, callBy());
    expect(await unitOf(id, 'ar')).toMatchObject({ state: 'in_review', publishedRev: null });
    expect(await unitOf(id, 'facts')).toMatchObject({ state: 'draft', publishedRev: null });
  });
});
