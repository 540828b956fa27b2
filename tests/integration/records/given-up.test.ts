import { describe, expect, test } from 'vitest';
import type { Actor } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { autosaveUnit } from '#features/records/commands/autosave-unit.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import type { Content } from '#features/records/model.ts';
import { findLastStep } from '#features/records/queries/find-last-step.ts';
import { listLastChanges } from '#features/records/queries/list-last-changes.ts';
import { listRevisions } from '#features/records/queries/list-revisions.ts';
import { callBy, somebody } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlace } from '#tests/support/factories.ts';
import { lookInto } from '#tests/support/looking.ts';

const database = useTestDatabase();
const { unitOf, revisionsOf, auditOf } = lookInto(database);

async function save(record: string, asked: { baseRev: number; content: Content } & Content, actor: Actor) {
  return runCommand(saveUnit, { record, scope: 'ar', ...asked }, callBy(actor));
}

/** Two people who changed the lead, and the first also the title. */
async function meet() {
  const [layla, omar] = [await somebody('editor'), await somebody('publisher')];
  const { id, ref } = await aPlace({ texts: { ar: { title: 'أ', lead: 'و' }, de: { title: 'A' } } });
  await save(id, { baseRev: 1, content: { title: 'ب', lead: 'ز' } }, layla);
  return { id, ref, layla, omar, mine: { baseRev: 1, content: { title: 'أ', lead: 'ح' } } };
}

describe('a text that is given up in a conflict', () => {
  test('is refused with the names of those who wrote and with what comes along', async () => {
    const { id, layla, omar, mine } = await meet();
    await expect(save(id, mine, omar)).rejects.toMatchObject({
      code: 'conflict',
      detail: {
        conflicts: [{ path: 'lead', base: 'و', theirs: 'ز', mine: 'ح' }],
        brought: [{ path: 'title', base: 'أ', theirs: 'ب' }],
        theirsBy: [layla.name],
        current: { version: 2, headRev: 2 },
      },
    });
  });

  test('stays in the history as its writer’s, in front of what settles it, and never was the newest', async () => {
    const { id, ref, layla, omar, mine } = await meet();
    const call = callBy(omar);
    const raw = { record: id, scope: 'ar', ...mine, choices: { lead: 'theirs' }, against: 2 };
    expect(await runCommand(saveUnit, raw, call)).toMatchObject({ version: 4, rev: 4, theirs: true });
    expect(await unitOf(id, 'ar')).toMatchObject({ content: { title: 'ب', lead: 'ز' }, headRev: 4, version: 4 });
    expect((await revisionsOf(id, 'ar')).slice(2)).toMatchObject([
      { n: 3, kind: 'merge', baseN: 1, content: mine.content, changedPaths: ['lead'], author: omar.id },
      { n: 4, kind: 'merge', baseN: 3, content: { title: 'ب', lead: 'ز' }, changedPaths: [] },
    ]);
    expect(await auditOf(call.requestId)).toMatchObject([
      { revision: 3, detail: { kind: 'merge', givenUp: ['lead'] } },
      { revision: 4, detail: { kind: 'merge' } },
    ]);
    const { revisions } = await listRevisions(omar, { recordId: id, scope: 'ar', upTo: 4 });
    expect(revisions.map(({ n, isAside }) => [n, isAside])).toEqual([
      [4, false],
      [3, true],
      [2, false],
      [1, false],
    ]);
    expect(revisions[0]?.before, 'it is compared with what stood there').toEqual({ title: 'ب', lead: 'ز' });
    const changes = await listLastChanges(omar, { ref, scope: 'ar' });
    expect(changes).toMatchObject([
      { path: 'lead', n: 2, author: layla.name },
      { path: 'title', n: 2, author: layla.name },
    ]);
    expect(await findLastStep(omar, { recordId: id, scope: 'ar', headRev: 4 }), 'its writer was asked').toBeNull();
    await save(id, { baseRev: 4, content: { title: 'ج', lead: 'ز' } }, layla);
    expect((await revisionsOf(id, 'ar')).at(-1)).toMatchObject({ n: 5, changedPaths: ['title'] });
  });

  test('marks no translation: the source never said it', async () => {
    const { id, omar, mine } = await meet();
    const before = (await unitOf(id, 'de')).stalePaths;
    await save(id, { ...mine, choices: { lead: 'theirs' }, against: 2 }, omar);
    expect((await unitOf(id, 'de')).stalePaths).toEqual(before);
  });

  test('is kept as well where a third wording takes the place of both', async () => {
    const { id, omar, mine } = await meet();
    await save(id, { ...mine, choices: { lead: 'edit' }, edits: { lead: 'ط' }, against: 2 }, omar);
    expect(await unitOf(id, 'ar')).toMatchObject({ content: { title: 'ب', lead: 'ط' }, headRev: 4 });
    expect((await revisionsOf(id, 'ar')).slice(2)).toMatchObject([
      { n: 3, content: { lead: 'ح' } },
      { n: 4, content: { lead: 'ط' }, changedPaths: ['lead'] },
    ]);
  });

  test('is not kept twice where the writer’s own text stays, and what came along can be left out', async () => {
    const { id, omar, mine } = await meet();
    await save(id, { ...mine, choices: { lead: 'mine', title: 'mine' }, against: 2 }, omar);
    expect(await unitOf(id, 'ar')).toMatchObject({ content: { title: 'أ', lead: 'ح' }, headRev: 3 });
  });

  test('a third wording that cannot stand is refused, and nothing is written', async () => {
    const { id, omar, mine } = await meet();
    const settling = { ...mine, choices: { lead: 'edit' }, edits: { lead: 7 }, against: 2 };
    await expect(save(id, settling, omar)).rejects.toMatchObject({
      code: 'invalid',
      detail: { fields: [{ path: 'lead' }] },
    });
    expect(await revisionsOf(id, 'ar')).toHaveLength(2);
  });
});

describe('what somebody else only autosaved', () => {
  test('is saved in their name before another writer goes on from it', async () => {
    const [layla, omar] = [await somebody('editor'), await somebody('editor')];
    const { id, ref } = await aPlace({ texts: { ar: { title: 'أ', lead: 'و' } } });
    const typed = { record: id, scope: 'ar', baseRev: 1, content: { title: 'أ', lead: 'ز' } };
    await runCommand(autosaveUnit, typed, callBy(layla));
    await save(id, { baseRev: 2, content: { title: 'ب', lead: 'ز' } }, omar);
    expect(await revisionsOf(id, 'ar')).toMatchObject([
      { n: 1 },
      { n: 2, kind: 'autosave', author: layla.id },
      { n: 3, kind: 'save', author: layla.id, changedPaths: ['lead'] },
      { n: 4, kind: 'save', author: omar.id, changedPaths: ['title'] },
    ]);
    expect(await listLastChanges(omar, { ref, scope: 'ar' })).toMatchObject([
      { path: 'lead', author: layla.name },
      { path: 'title', author: omar.name },
    ]);
  });

  test('is met by a writer who saw it: the choice counts for what was shown', async () => {
    const [layla, omar] = [await somebody('editor'), await somebody('editor')];
    const { id } = await aPlace({ texts: { ar: { title: 'أ', lead: 'و' } } });
    const typed = { record: id, scope: 'ar', baseRev: 1, content: { title: 'أ', lead: 'ز' } };
    await runCommand(autosaveUnit, typed, callBy(layla));
    const mine = { baseRev: 1, content: { title: 'أ', lead: 'ح' } };
    await expect(save(id, mine, omar)).rejects.toMatchObject({ detail: { current: { headRev: 2 } } });
    await save(id, { ...mine, choices: { lead: 'mine' }, against: 2 }, omar);
    expect(await unitOf(id, 'ar')).toMatchObject({ content: { lead: 'ح' }, headRev: 4 });
  });
});

describe('a save that merged by itself', () => {
  test('says what came along from whom, and what was put beside it', async () => {
    const [layla, omar] = [await somebody('editor'), await somebody('publisher')];
    const { id } = await aPlace({ texts: { ar: { title: 'أ', lead: 'و' } } });
    await save(id, { baseRev: 1, content: { title: 'أ', lead: 'ز' } }, layla);
    await save(id, { baseRev: 1, content: { title: 'ب', lead: 'و' } }, omar);
    const asked = { recordId: id, scope: 'ar', headRev: 3 } as const;
    expect(await findLastStep(omar, asked)).toEqual({
      kind: 'merge',
      n: 3,
      base: 1,
      theirs: 2,
      by: [layla.name],
      brought: ['lead'],
      own: ['title'],
    });
    expect(await findLastStep(layla, asked), 'of one’s own saves only').toBeNull();
    expect(await findLastStep(layla, { ...asked, headRev: 2 }), 'a plain save').toBeNull();
    await expect(findLastStep({ kind: 'anonymous' }, asked)).rejects.toMatchObject({ code: 'forbidden' });
  });
});
