import { describe, expect, test } from 'vitest';
import type { Actor } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { autosaveUnit } from '#features/records/commands/autosave-unit.ts';
import { createRecord } from '#features/records/commands/create-record.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { trashRecord } from '#features/records/commands/trash-record.ts';
import type { Content, Scope } from '#features/records/model.ts';
import { callBy, somebody } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aPlace, aRecord } from '#tests/support/factories.ts';
import { lookInto } from '#tests/support/looking.ts';

const database = useTestDatabase();
const { unitOf, revisionsOf, auditOf } = lookInto(database);

interface Saving {
  scope?: Scope;
  baseRev: number;
  content: Content;
}

async function save(record: string, { scope = 'ar', ...asked }: Saving, actor?: Actor) {
  return runCommand(saveUnit, { record, scope, ...asked }, callBy(actor));
}

describe('creating', () => {
  test('starts the facts and the texts that are known, as drafts nobody can see', async () => {
    const editor = await somebody('editor');
    const call = callBy(editor);
    const units = { facts: { slug: 'new-port' }, ar: { title: ' مرفأ ' } };
    const { id, ref } = await runCommand(createRecord, { kind: 'place', sourceLocale: 'ar', units }, call);

    expect(ref).toMatch(/^C-\d+$/u);
    expect(await unitOf(id, 'facts')).toMatchObject({ state: 'draft', version: 1, headRev: 1, publishedRev: null });
    expect(await unitOf(id, 'ar')).toMatchObject({ content: { title: 'مرفأ' }, headRev: 1 });
    expect(await revisionsOf(id, 'ar')).toMatchObject([
      { n: 1, baseN: null, kind: 'create', changedPaths: ['title'], author: editor.id },
    ]);
    expect(await auditOf(call.requestId)).toMatchObject([
      { action: 'record.create', outcome: 'done', subjectId: id, scope: 'facts', revision: 1, actorId: editor.id },
      { action: 'record.create', outcome: 'done', subjectId: id, scope: 'ar', revision: 1 },
    ]);
    expect(await database.admin`select 1 from place`).toEqual([]);
  });

  test('begins the facts even where nothing is known', async () => {
    const { id } = await runCommand(createRecord, { kind: 'story', sourceLocale: 'de' }, callBy());
    expect(await unitOf(id, 'facts')).toMatchObject({ content: {}, version: 1 });
  });

  test('never gives a short name twice', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => aRecord('theme')));
    expect(new Set(made.map(({ ref }) => ref)).size).toBe(8);
  });
});

describe('saving', () => {
  test('writes a revision, moves the head and the version, and says which paths changed', async () => {
    const { id } = await aPlace();
    const editor = await somebody('editor');
    const content = { title: 'هامبورغ', lead: 'مدينة ميناء' };
    const call = callBy(editor);
    const saved = await runCommand(saveUnit, { record: id, scope: 'ar', baseRev: 1, content }, call);

    expect(saved).toEqual({ version: 2, rev: 2, merged: [], theirs: false });
    expect(await unitOf(id, 'ar')).toMatchObject({ content, version: 2, headRev: 2, state: 'draft' });
    expect((await revisionsOf(id, 'ar')).at(-1)).toMatchObject({
      n: 2,
      baseN: 1,
      content,
      changedPaths: ['lead', 'title'],
      kind: 'save',
      author: editor.id,
    });
    expect(await auditOf(call.requestId)).toMatchObject([{ scope: 'ar', revision: 2, detail: { kind: 'save' } }]);
  });

  test('begins a unit from nothing', async () => {
    const { id } = await aPlace();
    expect(await save(id, { scope: 'de', baseRev: 0, content: { title: 'Hamburg' } })).toMatchObject({ rev: 1 });
  });

  test('what changes nothing writes nothing', async () => {
    const { id } = await aPlace();
    const { content } = await unitOf(id, 'ar');
    expect(await save(id, { baseRev: 1, content })).toMatchObject({ version: 1, rev: 1 });
    expect(await revisionsOf(id, 'ar')).toHaveLength(1);
  });

  test('after a release makes a draft and leaves what readers see', async () => {
    const { id } = await aPlace({ isPublished: true });
    await save(id, { baseRev: 1, content: { title: 'اسم جديد' } });
    expect(await unitOf(id, 'ar')).toMatchObject({ state: 'draft', headRev: 2, publishedRev: 1 });
    const [shown] = await database.admin`select title from place_text where place_id = ${id}`;
    expect(shown).not.toEqual({ title: 'اسم جديد' });
  });

  test('is refused in the trash, for a record that is none, and on a revision that never was', async () => {
    const { id } = await aPlace();
    await expect(save(id, { baseRev: 9, content: { title: 'x' } })).rejects.toMatchObject({
      code: 'invalid',
      detail: { fields: [{ path: 'baseRev', reason: 'unknownReference' }] },
    });
    await runCommand(trashRecord, { record: id }, callBy());
    await expect(save(id, { baseRev: 1, content: { title: 'x' } })).rejects.toMatchObject({ code: 'stateRefused' });
    const nobody = '0193aaaa-0000-7000-8000-000000000000';
    await expect(save(nobody, { baseRev: 1, content: {} })).rejects.toMatchObject({ code: 'notFound' });
  });

  test('keeps what points where, for guards and where-used', async () => {
    const { id, places } = await aPartnership();
    const targets = () => database.admin`
      select path, target_id as target from record_ref where record_id = ${id} and scope = 'facts' order by path`;
    expect(await targets()).toEqual([
      { path: 'parties.p1.place', target: places[0] },
      { path: 'parties.p2.place', target: places[1] },
    ]);
    const { content } = await unitOf(id, 'facts');
    await save(id, { scope: 'facts', baseRev: 1, content: { ...content, parties: [{ id: 'p1', place: places[1] }] } });
    expect(await targets()).toEqual([{ path: 'parties.p1.place', target: places[1] }]);
  });
});

describe('two writers', () => {
  test('on different paths: the later save keeps both', async () => {
    const { id } = await aPlace({ texts: { ar: { title: 'هامبورغ', lead: 'ميناء' } } });
    await save(id, { baseRev: 1, content: { title: 'هامبورغ', lead: 'مدينة ميناء' } });
    const call = callBy();
    const saved = await runCommand(
      saveUnit,
      { record: id, scope: 'ar', baseRev: 1, content: { title: 'مدينة هامبورغ', lead: 'ميناء' } },
      call,
    );
    expect(saved).toEqual({ version: 3, rev: 3, merged: ['title'], theirs: true });
    expect(await unitOf(id, 'ar')).toMatchObject({ content: { title: 'مدينة هامبورغ', lead: 'مدينة ميناء' } });
    expect((await revisionsOf(id, 'ar')).at(-1)).toMatchObject({ kind: 'merge', baseN: 1, changedPaths: ['title'] });
  });

  test('on the same path: the later one is refused with all three texts, and nothing is written', async () => {
    const { id } = await aPlace({ texts: { ar: { title: 'أ' } } });
    await save(id, { baseRev: 1, content: { title: 'ب' } });
    await expect(save(id, { baseRev: 1, content: { title: 'ج' } })).rejects.toMatchObject({
      code: 'conflict',
      detail: {
        conflicts: [{ path: 'title', base: 'أ', theirs: 'ب', mine: 'ج' }],
        current: { version: 2, headRev: 2 },
      },
    });
    expect(await unitOf(id, 'ar')).toMatchObject({ content: { title: 'ب' }, version: 2 });
    expect(await revisionsOf(id, 'ar')).toHaveLength(2);
  });

  test('a writer who chose for each path writes on top of the head that was shown, and of no later one', async () => {
    const { id } = await aPlace({ texts: { ar: { title: 'أ', lead: 'و' } } });
    await save(id, { baseRev: 1, content: { title: 'ب', lead: 'ز' } });
    const mine = { record: id, scope: 'ar', baseRev: 1, content: { title: 'ج', lead: 'ح' } };
    const choices = { title: 'mine', lead: 'theirs' };
    await expect(runCommand(saveUnit, { ...mine, choices, against: 1 }, callBy())).rejects.toMatchObject({
      code: 'conflict',
    });
    const some = { ...mine, choices: { title: 'mine' }, against: 2 };
    await expect(runCommand(saveUnit, some, callBy())).rejects.toMatchObject({ code: 'conflict' });
    await runCommand(saveUnit, { ...mine, choices, against: 2 }, callBy());
    // What the writer gave up stands in the history in front of what settles it.
    expect(await unitOf(id, 'ar')).toMatchObject({ content: { title: 'ج', lead: 'ز' }, headRev: 4 });
  });

  test('who begin the same language at once: one does, the other sees both texts', async () => {
    const { id } = await aPlace();
    const outcomes = await Promise.allSettled(
      ['Hamburg', 'Hanseatic Hamburg'].map((title) => save(id, { scope: 'en', baseRev: 0, content: { title } })),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'conflict', detail: { conflicts: [{ path: 'title' }] } });
  });
});

describe('a record that somebody names in a field', () => {
  const sides = (names: readonly string[]) => ({
    parties: names.map((place, at) => ({ id: `p${String(at)}`, place })),
  });

  test('is found by its title in any language or its short name, where only one has it', async () => {
    const one = await aPlace({ texts: { ar: { title: 'بريمن' }, de: { title: 'Bremen' } } });
    const other = await aPlace({ texts: { ar: { title: 'إزمير' } } });
    const { id } = await aPartnership();
    const content = sides([' Bremen ', `إزمير (${other.ref})`]);
    await save(id, { scope: 'facts', baseRev: 1, content });
    expect((await unitOf(id, 'facts'))?.content).toMatchObject(sides([one.id, other.id]));
  });

  test('is refused where several have the title, where it lies in the trash, and where it is of another kind', async () => {
    await aPlace({ texts: { ar: { title: 'فرانكفورت' } } });
    await aPlace({ texts: { ar: { title: 'فرانكفورت' } } });
    const trashed = await aPlace({ texts: { ar: { title: 'المحذوفة' } } });
    await runCommand(trashRecord, { record: trashed.id }, callBy());
    await aRecord('theme', { texts: { ar: { title: 'الموانئ' } } });
    const { id } = await aPartnership();
    for (const name of ['فرانكفورت', 'المحذوفة', 'الموانئ', 'أتلانتس']) {
      const saving = save(id, { scope: 'facts', baseRev: 1, content: sides([name]) });
      await expect(saving, name).rejects.toMatchObject({
        code: 'invalid',
        detail: { fields: [{ path: 'parties.0.place' }] },
      });
    }
  });
});

describe('autosaving', () => {
  test('keeps what is being typed as a revision of its kind and answers with numbers only', async () => {
    const { id } = await aPlace();
    const raw = { record: id, scope: 'ar', baseRev: 1, content: { title: 'ها' }, session: 'tab-1' };
    expect(await runCommand(autosaveUnit, raw, callBy())).toEqual({ version: 2, rev: 2, merged: [], theirs: false });
    expect((await revisionsOf(id, 'ar')).at(-1)).toMatchObject({ kind: 'autosave', content: { title: 'ها' } });
  });

  test('merges nothing: the form that is being typed in would not show it', async () => {
    const { id } = await aPlace({ texts: { ar: { title: 'أ', lead: 'ب' } } });
    await save(id, { baseRev: 1, content: { title: 'أ', lead: 'ج' } });
    const typed = { record: id, scope: 'ar', baseRev: 1, content: { title: 'د', lead: 'ب' } };
    await expect(runCommand(autosaveUnit, typed, callBy())).rejects.toMatchObject({
      code: 'conflict',
      detail: { current: { headRev: 2 } },
    });
    expect(await revisionsOf(id, 'ar')).toHaveLength(2);
    await save(id, { baseRev: 1, content: { title: 'د', lead: 'ب' } });
    expect((await revisionsOf(id, 'ar')).at(-1)).toMatchObject({ kind: 'merge', content: { title: 'د', lead: 'ج' } });
  });

  test('is followed by a save that is one, even of the same words', async () => {
    const { id } = await aPlace({ texts: { ar: { title: 'أ' } } });
    await runCommand(autosaveUnit, { record: id, scope: 'ar', baseRev: 1, content: { title: 'ب' } }, callBy());
    await save(id, { baseRev: 2, content: { title: 'ب' } });
    expect((await revisionsOf(id, 'ar')).at(-1)).toMatchObject({ n: 3, kind: 'save', changedPaths: ['title'] });
    expect(await save(id, { baseRev: 3, content: { title: 'ب' } })).toMatchObject({ rev: 3 });
  });
});

describe('typing and taking it back', () => {
  test('leaves no draft beside what readers see, whether it is kept by itself or saved by hand', async () => {
    const { id } = await aPlace({ texts: { ar: { title: 'مرفأ' } }, isPublished: true });
    const editor = await somebody('editor');
    const keep = async (baseRev: number, title: string) =>
      runCommand(autosaveUnit, { record: id, scope: 'ar', baseRev, content: { title } }, callBy(editor));
    await keep(1, 'مرفأ آخر');
    expect(await unitOf(id, 'ar')).toMatchObject({ state: 'draft', headRev: 2, publishedRev: 1 });
    expect(await keep(2, 'مرفأ')).toMatchObject({ rev: 3 });
    expect(await unitOf(id, 'ar')).toMatchObject({ state: 'published', headRev: 3, publishedRev: 3 });
    await save(id, { baseRev: 3, content: { title: 'مرفأ ثالث' } }, editor);
    await save(id, { baseRev: 4, content: { title: 'مرفأ' } }, editor);
    expect(await unitOf(id, 'ar')).toMatchObject({ state: 'published', headRev: 5, publishedRev: 5 });
    expect((await revisionsOf(id, 'ar')).map(({ kind }) => kind)).toEqual([
      'create',
      'autosave',
      'discard',
      'save',
      'discard',
    ]);
  });

  test('of a text that nobody released is a draft like any other', async () => {
    const { id } = await aPlace({ texts: { ar: { title: 'مرفأ' } } });
    await save(id, { baseRev: 1, content: { title: 'ميناء' } });
    await save(id, { baseRev: 2, content: { title: 'مرفأ' } });
    expect(await unitOf(id, 'ar')).toMatchObject({ state: 'draft', headRev: 3, publishedRev: null });
  });
});
