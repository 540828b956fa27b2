import { describe, expect, test } from 'vitest';
import { runCommand } from '#features/ledger/run-command.ts';
import { autosaveUnit } from '#features/records/commands/autosave-unit.ts';
import { discardDraft } from '#features/records/commands/discard-draft.ts';
import { restoreRevision } from '#features/records/commands/restore-revision.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import type { Content, Scope } from '#features/records/model.ts';
import { callBy, NOW } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlace, publish } from '#tests/support/factories.ts';
import { lookInto } from '#tests/support/looking.ts';

const { unitOf, revisionsOf, auditOf } = lookInto(useTestDatabase());

interface Saving {
  scope?: Scope;
  baseRev: number;
  content: Content;
  minor?: boolean;
  note?: string;
}

let clock = NOW.getTime();

/** Saves, each a second after the one before. */
async function save(record: string, { scope = 'ar', ...asked }: Saving) {
  clock += 1000;
  return runCommand(saveUnit, { record, scope, ...asked }, callBy(undefined, { now: new Date(clock) }));
}

describe('a changed source', () => {
  async function translated() {
    const { id } = await aPlace({ texts: { ar: { title: 'هامبورغ', lead: 'ميناء' } } });
    await save(id, { scope: 'de', baseRev: 0, content: { title: 'Hamburg', lead: 'Hafen' } });
    await save(id, { scope: 'en', baseRev: 0, content: { title: 'Hamburg' } });
    return id;
  }

  test('marks exactly the paths that translations made from it', async () => {
    const id = await translated();
    await save(id, { baseRev: 1, content: { title: 'هامبورغ', lead: 'مدينة' } });
    expect(await unitOf(id, 'de')).toMatchObject({ stalePaths: ['lead'], headRev: 1 });
    expect(await unitOf(id, 'en')).toMatchObject({ stalePaths: [] });
  });

  test('and marks nothing where only spaces changed', async () => {
    const id = await translated();
    await save(id, { baseRev: 1, content: { title: 'هامبورغ', lead: 'مين\u0640اء' } });
    expect((await unitOf(id, 'de')).stalePaths).toEqual(['lead']);
    await save(id, { baseRev: 2, content: { title: 'هامبورغ', lead: 'ميناء' } });
    expect((await unitOf(id, 'de')).stalePaths).toEqual([]);
  });

  test('is confirmed by work on the path', async () => {
    const id = await translated();
    await save(id, { baseRev: 1, content: { title: 'مدينة هامبورغ', lead: 'مدينة' } });
    await save(id, { scope: 'de', baseRev: 1, content: { title: 'Hamburg', lead: 'Stadt' } });
    expect((await unitOf(id, 'de')).stalePaths).toEqual(['title']);
  });

  test('that is a minor edit marks nothing, with its reason in the trail', async () => {
    const id = await translated();
    const call = callBy();
    const content = { title: 'هامبورغ', lead: 'الميناء' };
    const minor = { record: id, scope: 'ar', baseRev: 1, content, minor: true, note: 'إملاء' };
    await runCommand(saveUnit, minor, call);
    expect((await unitOf(id, 'de')).stalePaths).toEqual([]);
    expect((await revisionsOf(id, 'ar')).at(-1)).toMatchObject({ minor: true, note: 'إملاء' });
    expect(await auditOf(call.requestId)).toMatchObject([{ detail: { minor: true, reason: 'إملاء' } }]);
    await save(id, { baseRev: 2, content: { ...content, lead: 'شيء آخر' } });
    expect((await unitOf(id, 'de')).stalePaths).toEqual(['lead']);
  });

  test('that is a minor edit does not confirm what was outdated before, nor what was never translated', async () => {
    const id = await translated();
    await save(id, { baseRev: 1, content: { title: 'هامبورغ', lead: 'مدينة' } });
    await save(id, { baseRev: 2, content: { title: 'هامبورغ', lead: 'المدينة' }, minor: true, note: 'إملاء' });
    expect((await unitOf(id, 'de')).stalePaths).toEqual(['lead']);
    expect(Object.keys((await unitOf(id, 'en')).basis)).toEqual(['title']);
  });

  test('is marked by the save that follows autosaves, not by those', async () => {
    const id = await translated();
    const content = { title: 'هامبورغ', lead: 'مدينة' };
    await runCommand(autosaveUnit, { record: id, scope: 'ar', baseRev: 1, content }, callBy());
    expect((await unitOf(id, 'de')).stalePaths).toEqual([]);
    await save(id, { baseRev: 2, content });
    expect((await unitOf(id, 'de')).stalePaths).toEqual(['lead']);
  });

  test('is confirmed by the save that follows autosaves of a translation', async () => {
    const id = await translated();
    await save(id, { baseRev: 1, content: { title: 'هامبورغ', lead: 'مدينة' } });
    const content = { title: 'Hamburg', lead: 'Stadt' };
    await runCommand(autosaveUnit, { record: id, scope: 'de', baseRev: 1, content }, callBy());
    expect((await unitOf(id, 'de')).stalePaths).toEqual(['lead']);
    await save(id, { scope: 'de', baseRev: 2, content });
    expect((await unitOf(id, 'de')).stalePaths).toEqual([]);
  });

  test('that was only autosaved is marked when it is released', async () => {
    const id = await translated();
    const content = { title: 'هامبورغ', lead: 'مدينة' };
    await runCommand(autosaveUnit, { record: id, scope: 'ar', baseRev: 1, content }, callBy());
    await publish(id, { facts: 1, ar: 2 });
    expect((await unitOf(id, 'de')).stalePaths).toEqual(['lead']);
    expect((await revisionsOf(id, 'ar')).at(-1)).toMatchObject({ kind: 'save', content });
    const head = await unitOf(id, 'ar');
    expect(head).toMatchObject({ state: 'published', publishedRev: head.headRev });
  });

  test('is followed whatever the language it is written in', async () => {
    const { id } = await aPlace({ sourceLocale: 'en', texts: { ar: { title: 'هامبورغ' }, en: { title: 'Hamburg' } } });
    await save(id, { scope: 'en', baseRev: 1, content: { title: 'Hamburg, port' } });
    expect((await unitOf(id, 'ar')).stalePaths).toEqual(['title']);
  });

  test('and a translation saved at the same moment do not undo each other', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await translated();
      await save(id, { baseRev: 1, content: { title: 'هامبورغ', lead: 'مدينة' } });
      await Promise.all([
        save(id, { baseRev: 2, content: { title: 'مدينة هامبورغ', lead: 'مدينة' } }),
        save(id, { scope: 'de', baseRev: 1, content: { title: 'Hamburg', lead: 'Stadt' } }),
      ]);
      const { basis, stalePaths } = await unitOf(id, 'de');
      expect(stalePaths).toEqual(['title']);
      expect(basis['lead']?.rev).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('an old translation that is put back', () => {
  async function outdated() {
    const { id } = await aPlace({ texts: { ar: { title: 'هامبورغ' } }, isPublished: true });
    await save(id, { scope: 'de', baseRev: 0, content: { title: 'Hamburg' } });
    await publish(id, { de: 1 });
    await save(id, { baseRev: 1, content: { title: 'مدينة هامبورغ' } });
    await save(id, { scope: 'de', baseRev: 1, content: { title: 'Stadt Hamburg' } });
    expect((await unitOf(id, 'de')).stalePaths).toEqual([]);
    return id;
  }

  test('by restoring is as outdated as it was', async () => {
    const id = await outdated();
    await runCommand(restoreRevision, { record: id, scope: 'de', rev: 2, from: 1 }, callBy());
    expect(await unitOf(id, 'de')).toMatchObject({ content: { title: 'Hamburg' }, stalePaths: ['title'] });
  });

  test('by discarding the newer draft as well', async () => {
    const id = await outdated();
    await runCommand(discardDraft, { record: id, scope: 'de', rev: 2 }, callBy());
    expect(await unitOf(id, 'de')).toMatchObject({ content: { title: 'Hamburg' }, stalePaths: ['title'] });
  });
});
