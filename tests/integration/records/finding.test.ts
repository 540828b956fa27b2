import { describe, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { listRecordOptions } from '#features/kinds/queries/list-record-options.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { createRecord } from '#features/records/commands/create-record.ts';
import { trashRecord } from '#features/records/commands/trash-record.ts';
import { listDuplicates } from '#features/records/queries/list-duplicates.ts';
import { listMatchingRecords } from '#features/records/queries/list-matching-records.ts';
import { listReferenceOptions } from '#features/records/queries/list-reference-options.ts';
import { listUses } from '#features/records/queries/list-uses.ts';
import { callBy, NOW, somebody } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aPlace, aRecord } from '#tests/support/factories.ts';
import { lookInto } from '#tests/support/looking.ts';

const database = useTestDatabase();
const { unitOf } = lookInto(database);
const { admin } = database;
const asked = { kinds: ['place'], locale: 'ar', limit: 12 } as const;

async function found(search: string, more: Partial<Parameters<typeof listMatchingRecords>[1]> = {}) {
  return listMatchingRecords(await somebody('editor'), { ...asked, ...more, search });
}

describe('what a field offers', () => {
  test('is found in any spelling, by other names and by the short name, and says what it is', async () => {
    const texts = { ar: { title: 'إزمير', aliases: ['سميرنا'] }, de: { title: 'İzmir' }, en: { title: 'Izmir' } };
    const { id, ref } = await aPlace({ texts, facts: { country: 'TR' }, isPublished: true });
    for (const search of ['ازمير', 'إِزمير', 'izm', 'IZMIR', 'سميرنا', ref, ref.toLowerCase(), ' ازم ']) {
      expect(
        (await found(search)).map((one) => one.id),
        search,
      ).toContain(id);
    }
    expect(await found('ازمير')).toMatchObject([
      { ref, title: 'إزمير', titleLocale: 'ar', sort: 'city', isPublic: true, isTwin: true },
    ]);
    expect(await found('%')).toEqual([]);
    const [option] = await listRecordOptions(await somebody('editor'), { ...asked, search: 'izmir', locale: 'de' });
    expect(option).toMatchObject({ title: 'İzmir', country: 'Türkei' });
  });

  test('begins with what bears just this name, then with what begins so, and leaves out the trash and other kinds', async () => {
    const make = async (title: string) => (await aPlace({ texts: { ar: { title } } })).ref;
    const [inside, begins, same, gone] = [
      await make('قرية نورا'),
      await make('نورا الجديدة'),
      await make('نورا'),
      await aPlace({ texts: { ar: { title: 'نورا' } } }),
    ];
    await runCommand(trashRecord, { record: gone.id }, callBy());
    await aRecord('theme', { texts: { ar: { title: 'نورا' } } });
    expect((await found('نورا')).map(({ ref }) => ref)).toEqual([same, begins, inside]);
    expect((await found('', { limit: 2 })).length).toBe(2);
  });

  test('holds what lies where a new one would', async () => {
    const { id } = await aPlace({ texts: { ar: { title: 'مرسى' } }, facts: { latitude: 53.55, longitude: 9.99 } });
    const near = { latitude: 53.6, longitude: 10.1 };
    expect(await found('اسم آخر تمامًا', { near })).toMatchObject([{ id, isTwin: true }]);
    expect(await found('اسم آخر تمامًا', { near: { latitude: 52.5, longitude: 13.4 } })).toEqual([]);
  });

  test('is for staff', async () => {
    const nobody = { kind: 'anonymous' } as const;
    await expect(listMatchingRecords(nobody, { ...asked, search: '' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listUses(nobody, uuidv7(), 'ar')).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listDuplicates(nobody, 'ar')).rejects.toMatchObject({ code: 'forbidden' });
  });
});

test('where a record is used is said with its title, and whether readers follow it there', async () => {
  const { id, ref, places } = await aPartnership({ texts: { ar: { title: 'من يشير' } }, isPublished: true });
  const organisation = await aRecord('organisation', { facts: { place: places[0] } });
  const uses = await listUses(await somebody('editor'), places[0], 'de');
  expect(uses).toMatchObject({ total: 2, published: 1 });
  expect(uses.rows).toMatchObject([
    { id, ref, kind: 'partnership', title: { text: 'من يشير', locale: 'ar' }, isPublic: true },
    { id: organisation.id, isPublic: false },
  ]);
});

describe('places that are probably one', () => {
  const pairsOf = async (...ids: string[]) =>
    (await listDuplicates(await somebody('editor'), 'ar')).filter(
      ({ one, other }) => ids.includes(one.id) && ids.includes(other.id),
    );
  const at = (latitude: number, changes: object = {}) => ({ facts: { latitude, longitude: 10, ...changes } });

  test('bear one name in any spelling and lie close together', async () => {
    const one = await aPlace({ texts: { ar: { title: 'الإسكندرية' } }, ...at(53) });
    const other = await aPlace({ texts: { ar: { title: 'الاسكندريه' } }, ...at(53.1) });
    const far = await aPlace({ texts: { ar: { title: 'الإسكندرية' } }, ...at(40) });
    const pairs = await pairsOf(one.id, other.id, far.id);
    expect(pairs).toMatchObject([
      { one: { id: one.id, title: { text: 'الإسكندرية' } }, other: { id: other.id }, reason: 'name' },
    ]);
    expect(pairs[0]?.kilometres).toBeCloseTo(11.1, 0);
  });

  test('have one entry in Wikidata; two that have different ones are two', async () => {
    const one = await aPlace({ texts: { ar: { title: 'ليون' } }, ...at(10, { wikidata: 'Q456' }) });
    const other = await aPlace({ texts: { ar: { title: 'مدينة ليون' } }, ...at(10, { wikidata: 'Q456' }) });
    const unlike = await aPlace({ texts: { ar: { title: 'ليون' } }, ...at(10, { wikidata: 'Q789' }) });
    expect(await pairsOf(one.id, other.id, unlike.id)).toMatchObject([
      { one: { id: one.id }, other: { id: other.id }, reason: 'wikidata' },
    ]);
  });

  test('count by their country where nobody knows where they lie', async () => {
    const name = { texts: { ar: { title: 'طرابلس' } } };
    const [here, again, elsewhere] = [
      await aPlace({ ...name, facts: { country: 'LB' } }),
      await aPlace({ ...name, facts: { country: 'LB' } }),
      await aPlace({ ...name, facts: { country: 'LY' } }),
    ];
    expect(await pairsOf(here.id, again.id, elsewhere.id)).toMatchObject([
      { one: { id: here.id }, other: { id: again.id } },
    ]);
  });
});

describe('a posted form for a new record', () => {
  const form = (fields: Record<string, string>) => {
    const posted = new FormData();
    for (const [name, value] of Object.entries(fields)) posted.append(name, value);
    return createRecord.fromForm?.(posted);
  };

  test('needs a title', async () => {
    for (const title of ['', '  ']) {
      const raw = form({ kind: 'place', sourceLocale: 'ar', title });
      await expect(runCommand(createRecord, raw, callBy())).rejects.toMatchObject({
        code: 'invalid',
        detail: { fields: [{ path: 'title', reason: 'required' }] },
      });
    }
  });

  test('says what is known of the facts, and names other records as people do', async () => {
    const [one, other] = [await aPlace({ texts: { ar: { title: 'مدينة أولى' } } }), await aPlace()];
    const raw = form({
      kind: 'partnership',
      sourceLocale: 'ar',
      title: 'شراكة',
      'content.slug': 'named-as-people-do',
      'content.parties.0.id': 'p1',
      'content.parties.0.place': `مدينة أولى (${one.ref})`,
      'content.parties.1.id': 'p2',
      'content.parties.1.place': other.ref,
    });
    const { id } = await runCommand(createRecord, raw, callBy());
    expect((await unitOf(id, 'facts')).content).toEqual({
      slug: 'named-as-people-do',
      parties: [
        { id: 'p1', place: one.id },
        { id: 'p2', place: other.id },
      ],
    });
  });
});

test('with thirteen thousand places a field answers while somebody types, and a form carries none of them', async () => {
  const editor = await somebody('editor');
  await admin`insert into record (id, kind, ref, slug, source_locale, created_at)
    select gen_random_uuid(), 'place', 'C-' || (1000000 + n), 'many-' || n, 'en', ${NOW} from generate_series(1, 13000) n`;
  await admin`insert into unit (record_id, scope, content, state, version, head_rev, updated_at)
    select r.id, s.scope, case s.scope when 'facts' then '{"kind": "city", "country": "DE", "latitude": 50, "longitude": 8}'::jsonb
      else jsonb_build_object('title', initcap(md5(r.ref || s.scope))) end, 'draft', 1, 1, ${NOW}
    from record r cross join (values ('facts'), ('ar'), ('en')) s (scope) where r.ref like 'C-1______'`;
  await admin`analyze record, unit`;
  const times: number[] = [];
  for (const search of ['', 'a', 'abc', 'هامبورغ', 'C-1000001', 'def 0', 'zzz']) {
    const start = performance.now();
    await listMatchingRecords(editor, { ...asked, search });
    times.push(performance.now() - start);
  }
  const median = times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? Infinity;
  expect(median, times.map((ms) => ms.toFixed(0)).join(' ')).toBeLessThan(400);
  const chosen = await found('C-1000001');
  const known = await listReferenceOptions(editor, {
    kinds: ['place', 'programme'],
    chosen: chosen.map(({ id }) => id),
    locale: 'ar',
  });
  expect(known.options.filter(({ kind }) => kind === 'place').map(({ id }) => id)).toEqual(chosen.map(({ id }) => id));
  expect(known.wholeKinds).not.toContain('place');
  const start = performance.now();
  await listDuplicates(editor, 'ar');
  expect(performance.now() - start).toBeLessThan(4000);
  await admin`delete from record where ref like 'C-1______'`;
});
