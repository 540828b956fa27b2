import { describe, expect, test } from 'vitest';
import { statementCount } from '#db/client.ts';
import { findUnitView } from '#features/kinds/queries/find-unit-view.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import type { Scope } from '#features/records/model.ts';
import { listDeskRecords, type Standing } from '#features/records/queries/list-desk-records.ts';
import { callBy, somebody } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aRecord } from '#tests/support/factories.ts';

useTestDatabase();

/** Who sends the request is one query more, which every page asks. */
const QUERIES_MAX = 6 - 1;

describe('the editor of one unit', () => {
  test('asks the database a handful of questions, however much the record holds', async () => {
    const editor = await somebody('editor');
    const { ref } = await aPartnership({ isPublished: true });
    const before = statementCount();
    const found = await findUnitView(editor, { ref, scope: 'facts', locale: 'ar' });
    expect(statementCount() - before).toBeLessThanOrEqual(QUERIES_MAX);
    expect(found?.view.baseRev).toBe(1);
    expect(found?.view.options.map(({ kind }) => kind)).toContain('place');
  });

  test('shows a language that nobody has begun as empty, beside its source', async () => {
    const editor = await somebody('editor');
    const { ref } = await aPartnership();
    const found = await findUnitView(editor, { ref, scope: 'de', locale: 'ar' });
    expect(found?.view).toMatchObject({ baseRev: 0, content: {} });
    expect(found?.view.source).toHaveProperty('title');
  });

  test('knows nothing under a name that is none', async () => {
    const editor = await somebody('editor');
    expect(await findUnitView(editor, { ref: 'P-999999', scope: 'ar', locale: 'ar' })).toBeNull();
  });

  test('is for staff', async () => {
    const { ref } = await aPartnership();
    const asked = { ref, scope: 'ar', locale: 'ar' } as const;
    await expect(findUnitView({ kind: 'anonymous' }, asked)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('the list of records', () => {
  const filter = { kind: 'theme', locale: 'ar', isTrash: false, page: 1 } as const;

  test('is found in any spelling of the letters that people mix up', async () => {
    const editor = await somebody('editor');
    const { ref } = await aRecord('theme', {
      texts: { ar: { title: 'إدارة المياه' }, de: { title: 'Wasserwirtschaft' } },
    });
    for (const search of ['اداره', 'الميَاه', 'wasser', ref, 'إدارة مياه']) {
      const { rows } = await listDeskRecords(editor, { ...filter, search });
      expect(
        rows.map((row) => row.ref),
        search,
      ).toContain(ref);
    }
    expect((await listDeskRecords(editor, { ...filter, search: 'نقل' })).total).toBe(0);
    expect((await listDeskRecords(editor, { ...filter, search: '%' })).total).toBe(0);
  });

  test('gives the state of each language and the nearest title', async () => {
    const editor = await somebody('editor');
    const { ref } = await aRecord('theme', { sourceLocale: 'de', texts: { de: { title: 'Nur auf Deutsch' } } });
    const { rows } = await listDeskRecords(editor, { ...filter, search: ref });
    expect(rows[0]).toMatchObject({ ref, title: 'Nur auf Deutsch', titleLocale: 'de' });
    expect(rows[0]?.units.map(({ scope }) => scope).toSorted()).toEqual(['de', 'facts']);
  });

  test('holds what stands as it is asked for, in any part of the record or in one', async () => {
    const editor = await somebody('editor');
    const programme = { ...filter, kind: 'programme', search: '' } as const;
    const texts = { ar: { title: 'برنامج' }, de: { title: 'Programm' }, en: { title: 'Programme' } };
    const whole = await aRecord('programme', { texts, isPublished: true });
    const part = await aRecord('programme', { texts: { ar: { title: 'جزء' }, de: { title: 'Teil' } } });
    await runCommand(
      saveUnit,
      { record: whole.id, scope: 'ar', baseRev: 1, content: { title: 'برنامج آخر' } },
      callBy(editor),
    );
    const refsOf = async (standing: Standing, scope?: Scope) =>
      (await listDeskRecords(editor, { ...programme, standing, scope })).rows.map(({ ref }) => ref).toSorted();
    expect(await refsOf('missing')).toEqual([part.ref]);
    expect(await refsOf('missing', 'de')).toEqual([]);
    expect(await refsOf('draft')).toEqual([part.ref]);
    expect(await refsOf('changed')).toEqual([whole.ref]);
    expect(await refsOf('changed', 'de')).toEqual([]);
    expect(await refsOf('published', 'de')).toEqual([whole.ref]);
    expect(await refsOf('outdated')).toEqual([whole.ref]);
    expect(await refsOf('in_review')).toEqual([]);
  });

  test('is for staff', async () => {
    await expect(listDeskRecords({ kind: 'anonymous' }, { ...filter, search: '' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
