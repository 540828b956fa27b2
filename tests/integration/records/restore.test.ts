import { describe, expect, test } from 'vitest';
import { statementCount } from '#db/client.ts';
import { ANONYMOUS } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { restoreRevision } from '#features/records/commands/restore-revision.ts';
import { autosaveUnit } from '#features/records/commands/autosave-unit.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { findLastStep } from '#features/records/queries/find-last-step.ts';
import { listLastChanges } from '#features/records/queries/list-last-changes.ts';
import { listRevisions } from '#features/records/queries/list-revisions.ts';
import { callBy, somebody } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aPlace } from '#tests/support/factories.ts';
import { lookInto } from '#tests/support/looking.ts';

const database = useTestDatabase();
const { unitOf, revisionsOf } = lookInto(database);

describe('restoring some places', () => {
  test('takes those from the old revision and leaves the others, as a new draft', async () => {
    const editor = await somebody('editor');
    const { id } = await aPlace({ texts: { ar: { title: 'أ', lead: 'و' } }, isPublished: true });
    await runCommand(saveUnit, { record: id, scope: 'ar', baseRev: 1, content: { title: 'ب', lead: 'ز' } }, callBy());
    const raw = { record: id, scope: 'ar', rev: 2, from: 1, some: 'some' };
    expect(await runCommand(restoreRevision, { ...raw, paths: 'title' }, callBy(editor))).toEqual({
      version: 4,
      rev: 3,
    });
    expect(await unitOf(id, 'ar')).toMatchObject({
      content: { title: 'أ', lead: 'ز' },
      state: 'draft',
      publishedRev: 1,
    });
    expect((await revisionsOf(id, 'ar')).at(-1)).toMatchObject({ kind: 'restore', baseN: 1, changedPaths: ['title'] });
    const step = await findLastStep(editor, { recordId: id, scope: 'ar', headRev: 3 });
    expect(step).toEqual({ kind: 'restore', n: 3, from: 1, before: 2, paths: ['title'] });
    const undo = { record: id, scope: 'ar', rev: 3, from: 2, paths: ['title'] };
    await runCommand(restoreRevision, undo, callBy(editor));
    expect((await unitOf(id, 'ar')).content).toEqual({ title: 'ب', lead: 'ز' });
  });

  test('is refused where somebody wrote meanwhile, where nothing is ticked, and from a revision that is none', async () => {
    const { id } = await aPlace({ texts: { ar: { title: 'أ' } } });
    await runCommand(saveUnit, { record: id, scope: 'ar', baseRev: 1, content: { title: 'ب' } }, callBy());
    const raw = { record: id, scope: 'ar', rev: 2, from: 1, some: 'some', paths: ['title'] };
    const restore = async (changes: object) => runCommand(restoreRevision, { ...raw, ...changes }, callBy());
    await expect(restore({ rev: 1 })).rejects.toMatchObject({ code: 'conflict', detail: { current: { headRev: 2 } } });
    await expect(restore({ paths: undefined })).rejects.toMatchObject({
      code: 'invalid',
      detail: { fields: [{ path: 'paths', reason: 'noneTicked' }] },
    });
    await expect(restore({ from: 9 })).rejects.toMatchObject({ code: 'notFound' });
    expect(await revisionsOf(id, 'ar')).toHaveLength(2);
  });

  test('brings an item back where it stood, takes away one that came later, and puts an order back', async () => {
    const { id } = await aPartnership({
      facts: {
        agreements: [
          { id: 'a1', kind: 'declaration', signedOn: '1995' },
          { id: 'a2', kind: 'contract', signedOn: '2001' },
        ],
        claims: [],
      },
    });
    const { content } = await unitOf(id, 'facts');
    const [, second] = content['agreements'] as object[];
    const changed = { ...content, agreements: [{ id: 'a3', kind: 'renewal', signedOn: '2010' }, second] };
    await runCommand(saveUnit, { record: id, scope: 'facts', baseRev: 1, content: changed }, callBy());
    const restore = async (rev: number, paths: string[]) =>
      runCommand(restoreRevision, { record: id, scope: 'facts', rev, from: 1, paths }, callBy());
    const ids = async () =>
      ((await unitOf(id, 'facts')).content['agreements'] as { id: string }[]).map((one) => one.id);
    await restore(2, ['agreements.a1']);
    expect((await ids()).toSorted()).toEqual(['a1', 'a2', 'a3']);
    expect((await ids()).indexOf('a1')).toBeLessThan((await ids()).indexOf('a2'));
    await restore(3, ['agreements.a3']);
    expect(await ids()).toEqual(['a1', 'a2']);
  });
});

describe('who changed a place last', () => {
  test('is known after hundreds of revisions in one quick question', async () => {
    const editor = await somebody('editor');
    const { id, ref } = await aPlace({ texts: { ar: { title: 'أ', lead: 'و' } } });
    await database.admin`
      insert into revision (record_id, scope, n, base_n, content, changed_paths, kind, schema_version, author, created_at)
      select ${id}, 'ar', n, n - 1, jsonb_build_object('title', n::text, 'lead', repeat('كلمة ', 400)),
        case when n % 2 = 0 then array['title'] else array['title', 'body.b' || n % 40] end, 'save', 1, ${editor.id}, now()
      from generate_series(2, 500) n`;
    await database.admin`update unit set head_rev = 500, version = 500 where record_id = ${id} and scope = 'ar'`;
    await listLastChanges(editor, { ref, scope: 'ar' });
    const times: number[] = [];
    for (let turn = 0; turn < 15; turn += 1) {
      const from = performance.now();
      const before = statementCount();
      const found = await listLastChanges(editor, { ref, scope: 'ar' });
      times.push(performance.now() - from);
      expect(statementCount() - before).toBe(1);
      expect(found.find(({ path }) => path === 'title')).toMatchObject({ n: 500, author: editor.name });
      expect(found.find(({ path }) => path === 'lead')).toMatchObject({ n: 1, author: null });
    }
    const median = times.toSorted((one, other) => one - other)[7] ?? 0;
    console.log(`who changed what last, of 500 revisions: ${median.toFixed(1)} ms`);
    expect(median).toBeLessThan(20);
  });

  test('is for staff', async () => {
    const { ref } = await aPlace();
    await expect(listLastChanges(ANONYMOUS, { ref, scope: 'ar' })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await listLastChanges(await somebody('editor'), { ref: 'P-999999', scope: 'ar' })).toEqual([]);
  });
});

describe('the history', () => {
  test('lists autosaves beside the revisions, and of one place only what changed it', async () => {
    const editor = await somebody('editor');
    const { id } = await aPlace({ texts: { ar: { title: 'أ', lead: 'و' } } });
    const autosave = async (baseRev: number, lead: string) =>
      runCommand(
        autosaveUnit,
        { record: id, scope: 'ar', baseRev, content: { title: 'أ', lead }, session: 'tab-1' },
        callBy(editor),
      );
    await autosave(1, 'ز');
    await autosave(2, 'زح');
    const saved = { record: id, scope: 'ar', baseRev: 3, content: { title: 'أ', lead: 'زح' } };
    await runCommand(saveUnit, saved, callBy(editor));
    const title = { record: id, scope: 'ar', baseRev: 4, content: { title: 'ب', lead: 'زح' } };
    await runCommand(saveUnit, title, callBy(editor));
    const asked = { recordId: id, scope: 'ar', upTo: 5 } as const;
    const whole = await listRevisions(editor, asked);
    expect(whole.revisions.map(({ n }) => n)).toEqual([5, 4, 1]);
    expect(whole.autosaves).toMatchObject([
      { n: 3, session: 'tab-1' },
      { n: 2, session: 'tab-1' },
    ]);
    const ofTitle = await listRevisions(editor, { ...asked, path: 'title' });
    expect(ofTitle.revisions.map(({ n }) => n)).toEqual([5, 1]);
    expect(ofTitle.autosaves).toEqual([]);
    await expect(listRevisions(ANONYMOUS, asked)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
