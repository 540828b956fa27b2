import { describe, expect, test } from 'vitest';
import { ANONYMOUS, type PersonActor } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { returnUnit } from '#features/records/commands/return-unit.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { submitUnit } from '#features/records/commands/submit-unit.ts';
import { trashRecord } from '#features/records/commands/trash-record.ts';
import type { KindName } from '#features/records/model.ts';
import { exportRecords } from '#features/views/export-records.ts';
import { AT_START, inOwnOrder } from '#features/views/list-place.ts';
import { type Grouping, type Question, SORT_KEYS } from '#features/views/model.ts';
import { countAll } from '#features/views/queries/count-all.ts';
import { countGroups } from '#features/views/queries/count-groups.ts';
import { listPeople } from '#features/views/queries/list-people.ts';
import { listRecords, type ListWish } from '#features/views/queries/list-records.ts';
import { PLAIN, readQuestion } from '#features/views/question.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { callBy, NOW, somebody } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aPlace, aRecord } from '#tests/support/factories.ts';

const { admin } = useTestDatabase();

const DAY = siteDayOf(NOW);

function wish(kind: KindName, changes: Partial<ListWish> = {}): ListWish {
  return { kind, locale: 'ar', day: DAY, place: AT_START, size: 50, ...changes };
}

/** What an address asks; each test would notice a part that is not understood. */
function asked(kind: KindName, address: string): Question {
  const search = new URLSearchParams(address);
  const read = readQuestion(Object.fromEntries([...search.keys()].map((key) => [key, search.getAll(key)])), kind);
  expect(read.faults).toEqual([]);
  return read.question;
}

async function refsOf(actor: PersonActor, kind: KindName, address: string): Promise<string[]> {
  return (await listRecords(actor, asked(kind, address), wish(kind))).rows.map(({ ref }) => ref);
}

describe('what a list holds', () => {
  test('is found in any spelling of the letters that people mix up', async () => {
    const editor = await somebody('editor');
    const { ref } = await aRecord('theme', {
      texts: { ar: { title: 'إدارة المياه' }, de: { title: 'Wasserwirtschaft' } },
    });
    for (const search of ['اداره', 'الميَاه', 'wasser', ref, 'إدارة مياه']) {
      expect(await refsOf(editor, 'theme', new URLSearchParams({ q: search }).toString()), search).toContain(ref);
    }
    expect(await refsOf(editor, 'theme', 'q=نقل')).toEqual([]);
    expect(await refsOf(editor, 'theme', 'q=%25')).toEqual([]);
  });

  test('says how each part stands, and has the nearest title', async () => {
    const editor = await somebody('editor');
    const { ref } = await aRecord('theme', { sourceLocale: 'de', texts: { de: { title: 'Nur auf Deutsch' } } });
    const { rows } = await listRecords(editor, { ...PLAIN, search: ref }, wish('theme'));
    expect(rows[0]).toMatchObject({ ref, title: 'Nur auf Deutsch', titleLocale: 'de', type: null, countries: [] });
    expect(rows[0]?.units.map(({ scope, state, headRev }) => [scope, state, headRev])).toEqual([
      ['de', 'draft', 1],
      ['facts', 'draft', 1],
    ]);
  });

  test('stands as it is asked for, in any part of the record or in one', async () => {
    const editor = await somebody('editor');
    const texts = { ar: { title: 'برنامج' }, de: { title: 'Programm' }, en: { title: 'Programme' } };
    const whole = await aRecord('programme', { texts, isPublished: true });
    const part = await aRecord('programme', { texts: { ar: { title: 'جزء' }, de: { title: 'Teil' } } });
    const change = { record: whole.id, scope: 'ar', baseRev: 1, content: { title: 'برنامج آخر' } };
    await runCommand(saveUnit, change, callBy(editor));
    const programmes = async (address: string) => refsOf(editor, 'programme', address);
    expect(await programmes('state=missing')).toEqual([part.ref]);
    expect(await programmes('state=missing&part=de')).toEqual([]);
    expect(await programmes('state=any.draft')).toEqual([part.ref]);
    expect(await programmes('state=changed')).toEqual([whole.ref]);
    expect(await programmes('state=de.changed')).toEqual([]);
    expect(await programmes('state=de.published')).toEqual([whole.ref]);
    expect(await programmes('state=outdated')).toEqual([whole.ref]);
    expect(await programmes('state=in_review')).toEqual([]);
    expect(await programmes('state=ar.changed&state=en.missing'), 'the bar takes all').toEqual([]);
    expect(
      await programmes('g1.match=any&g1.state=ar.changed&g1.state=en.missing'),
      'a group may take any',
    ).toHaveLength(2);
    expect(await programmes('g1.state=ar.changed&g2.state=en.missing')).toEqual([]);
    expect(await programmes('match=any&g1.state=ar.changed&g2.state=en.missing')).toHaveLength(2);
    expect(await programmes('author=me')).toEqual([whole.ref]);
    expect(await programmes(`author=${editor.id}`)).toEqual([whole.ref]);
  });

  test('waits for something, or was last written on one side of a day', async () => {
    const [editor, publisher] = [await somebody('editor'), await somebody('publisher')];
    const { id, ref } = await aRecord('story');
    await runCommand(submitUnit, { record: id, scope: 'ar', rev: 1 }, callBy(editor));
    expect(await refsOf(editor, 'story', 'open=returned')).toEqual([]);
    await runCommand(returnUnit, { record: id, scope: 'ar', rev: 1, note: 'ناقص' }, callBy(publisher));
    expect(await refsOf(editor, 'story', 'open=returned')).toEqual([ref]);
    expect(await refsOf(editor, 'story', 'open=planned')).toEqual([]);
    expect(await refsOf(editor, 'story', 'open=comments')).toEqual([]);
    expect(await refsOf(editor, 'story', `since=${DAY}`)).toEqual([ref]);
    expect(await refsOf(editor, 'story', `until=${DAY}`)).toEqual([]);
    expect(await refsOf(editor, 'story', 'until=2026-11-26')).toEqual([ref]);
  });

  test('is somebody’s to do, by a day', async () => {
    const [editor, other] = [await somebody('editor'), await somebody('editor')];
    const [mine, theirs, free] = [await aRecord('page'), await aRecord('page'), await aRecord('page')];
    await admin`update unit set assignee = ${editor.id}, due_on = '2026-11-24' where record_id = ${mine.id} and scope = 'ar'`;
    await admin`update unit set assignee = ${other.id}, due_on = '2026-11-28' where record_id = ${theirs.id} and scope = 'ar'`;
    expect(await refsOf(editor, 'page', 'assignee=me')).toEqual([mine.ref]);
    expect(await refsOf(editor, 'page', `assignee=${other.id}`)).toEqual([theirs.ref]);
    expect(await refsOf(editor, 'page', 'assignee=none')).toEqual([free.ref]);
    expect(await refsOf(editor, 'page', 'due=overdue')).toEqual([mine.ref]);
    expect(await refsOf(editor, 'page', 'due=week')).toEqual([theirs.ref]);
    expect(await refsOf(editor, 'page', 'due=later')).toEqual([]);
    expect(await refsOf(editor, 'page', 'due=none')).toEqual([free.ref]);
    expect(await refsOf(editor, 'page', 'sort=due')).toEqual([mine.ref, theirs.ref, free.ref]);
    const [row] = (await listRecords(editor, asked('page', 'assignee=me'), wish('page'))).rows;
    expect(row?.units.find(({ scope }) => scope === 'ar')).toMatchObject({
      assignee: editor.name,
      dueOn: '2026-11-24',
    });
    expect(await groupsOf(editor, 'page', 'assignee')).toEqual({ none: 1, [editor.id]: 1, [other.id]: 1 });
  });

  test('lies in a country, is of a type and about a theme, where its kind has them', async () => {
    const editor = await somebody('editor');
    const theme = await aRecord('theme', { texts: { ar: { title: 'نقل' } }, isPublished: true });
    const port = await aPartnership({ facts: { type: 'port', themes: [theme.id] } });
    const plain = await aPartnership({ facts: { type: 'twinning' } });
    const { rows } = await listRecords(editor, asked('partnership', 'type=port'), wish('partnership'));
    expect(rows).toMatchObject([{ ref: port.ref, type: 'port', countries: ['DE'] }]);
    expect(await refsOf(editor, 'partnership', `theme=${theme.ref}`)).toEqual([port.ref]);
    expect(await refsOf(editor, 'partnership', 'theme=none')).toEqual([plain.ref]);
    expect(await refsOf(editor, 'partnership', 'country=DE')).toHaveLength(2);
    expect(await refsOf(editor, 'partnership', 'country=TR')).toEqual([]);
    const tree = await aPlace({ facts: { country: 'TR' } });
    expect(await refsOf(editor, 'place', 'country=TR')).toEqual([tree.ref]);
    expect(await groupsOf(editor, 'partnership', 'type')).toEqual({ port: 1, twinning: 1 });
    expect(await groupsOf(editor, 'partnership', 'theme')).toEqual({ none: 1, [theme.ref]: 1 });
    expect(await groupsOf(editor, 'partnership', 'country')).toEqual({ DE: 2 });
    expect(await groupsOf(editor, 'partnership', 'de')).toEqual({ missing: 2 });
    expect(await groupsOf(editor, 'place', 'country')).toEqual({ DE: 4, TR: 1 });
  });
});

async function groupsOf(actor: PersonActor, kind: KindName, grouping: Grouping): Promise<Record<string, number>> {
  const counts = await countGroups(actor, PLAIN, { kind, locale: 'ar', day: DAY, grouping });
  return Object.fromEntries(counts.map(({ value, count }) => [value, count]));
}

describe('the pages of a list', () => {
  test('hold each record once in every order, there and back', async () => {
    const editor = await somebody('editor');
    for (const title of ['ياء', 'ألف', 'ألف', 'Zeta', 'alpha', 'باء', '']) {
      await aRecord('organisation', { texts: title === '' ? {} : { ar: { title } } });
    }
    for (const key of SORT_KEYS) {
      for (const order of ['asc', 'desc'] as const) {
        const question = { ...PLAIN, sort: { key, order } };
        const whole = (await listRecords(editor, question, wish('organisation'))).rows.map(({ ref }) => ref);
        const { refs, last } = await walk(editor, question);
        expect(refs, `${key} ${order}`).toEqual(whole);
        const { rows, next } = await listRecords(
          editor,
          question,
          wish('organisation', { size: 2, place: { after: null, before: last } }),
        );
        expect(
          rows.map(({ ref }) => ref),
          `${key} ${order}, back`,
        ).toEqual(whole.slice(4, 6));
        expect(next).not.toBeNull();
      }
    }
  });

  test('stay as they are while records come, change and go', async () => {
    const editor = await somebody('editor');
    const made = [];
    for (const title of ['أ', 'ب', 'ج', 'د', 'ه', 'و'])
      made.push(await aRecord('theme', { texts: { ar: { title: `قائمة ${title}` } } }));
    const question: Question = { ...PLAIN, search: 'قائمة', sort: { key: 'title', order: 'asc' } };
    const first = await listRecords(editor, question, wish('theme', { size: 3 }));
    await aRecord('theme', { texts: { ar: { title: 'قائمة آ' } } });
    await runCommand(trashRecord, { record: made[0]?.id }, callBy(editor));
    const after = first.next === null ? null : inOwnOrder(question.sort, first.next);
    const second = await listRecords(editor, question, wish('theme', { size: 3, place: { after, before: null } }));
    expect(second.rows.map(({ title }) => title)).toEqual(['قائمة د', 'قائمة ه', 'قائمة و']);
    expect(second.total).toBe(6);
    expect(second.next).toBeNull();
  });

  test('are exported to the end', async () => {
    const editor = await somebody('editor');
    const all = await countAll(editor, 'organisation');
    const refs: string[] = [];
    for await (const rows of exportRecords(editor, PLAIN, { kind: 'organisation', locale: 'ar', day: DAY })) {
      refs.push(...rows.map(({ ref }) => ref));
    }
    expect(new Set(refs).size).toBe(all);
    const only = refs.slice(0, 2);
    const { rows, total } = await listRecords(editor, PLAIN, wish('organisation', { only }));
    expect([rows.length, total]).toEqual([2, 2]);
  });
});

async function walk(actor: PersonActor, question: Question) {
  const refs: string[] = [];
  let place = AT_START;
  let last = null;
  while (true) {
    const page = await listRecords(actor, question, wish('organisation', { size: 2, place }));
    refs.push(...page.rows.map(({ ref }) => ref));
    last = page.previous === null ? last : inOwnOrder(question.sort, page.previous);
    if (page.next === null) return { refs, last };
    place = { after: inOwnOrder(question.sort, page.next), before: null };
  }
}

test('lists are for staff', async () => {
  const forbidden = { code: 'forbidden' };
  await expect(listRecords(ANONYMOUS, PLAIN, wish('theme'))).rejects.toMatchObject(forbidden);
  await expect(countAll(ANONYMOUS, 'theme')).rejects.toMatchObject(forbidden);
  await expect(listPeople(ANONYMOUS)).rejects.toMatchObject(forbidden);
  const counted = countGroups(ANONYMOUS, PLAIN, { kind: 'theme', locale: 'ar', day: DAY, grouping: 'ar' });
  await expect(counted).rejects.toMatchObject(forbidden);
  const exported = exportRecords(ANONYMOUS, PLAIN, { kind: 'theme', locale: 'ar', day: DAY });
  await expect(exported.next()).rejects.toMatchObject(forbidden);
});
