import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listRows } from '#features/exchange/queries/list-rows.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { publishUnits } from '#features/records/commands/publish-units.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { trashRecord } from '#features/records/commands/trash-record.ts';
import { unpublishUnits } from '#features/records/commands/unpublish-units.ts';
import { findPublishedAddress } from '#features/records/queries/find-published-address.ts';
import { callBy, somebody } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { lookInto } from '#tests/support/looking.ts';
import { bring, bringBytes, partnershipRow, placeRow, verdictsOf } from './files.ts';

const database = useTestDatabase();
const { unitOf, revisionsOf, fingerprint } = lookInto(database);

async function idOf(key: string): Promise<string> {
  const [row] = await database.admin<{ id: string }[]>`select id from record where import_key = ${key}`;
  if (row === undefined) throw new Error(`no record ${key}`);
  return row.id;
}

describe('an import', () => {
  test('takes the example of the manual as it stands there', async () => {
    const rows = [
      {
        kind: 'place',
        key: 'wikidata:Q1055',
        state: 'published',
        facts: { slug: 'hamburg', country: 'DE' },
        texts: { ar: { title: 'هامبورغ' } },
      },
      {
        kind: 'place',
        key: 'wikidata:Q16520',
        state: 'published',
        facts: { slug: 'busan', country: 'KR' },
        texts: { ar: { title: 'بوسان' } },
      },
      {
        kind: 'partnership',
        key: 'seed:hamburg-busan',
        state: 'published',
        facts: {
          type: 'cooperation',
          parties: [{ place: 'wikidata:Q1055' }, { place: 'wikidata:Q16520' }],
          sources: [{ id: 's1', url: 'https://www.hamburg.de', publisher: 'Hamburg' }],
          agreements: [{ id: 'a1', kind: 'declaration', signedOn: '2023-05-04', sourceId: 's1' }],
        },
        texts: { ar: { title: 'هامبورغ وبوسان' } },
      },
    ];
    const { lines, summary, isRefused } = await bring(rows);
    expect(isRefused).toBe(false);
    expect(summary).toBe('rows.json: 3 created');
    expect(lines).toMatchObject([
      { file: 'rows.json', row: 1, key: 'wikidata:Q1055', kind: 'place', verdict: 'created', ref: 'C-101' },
      { row: 2, verdict: 'created', ref: 'C-102' },
      { row: 3, verdict: 'created', ref: 'P-101' },
    ]);
    expect(await findPublishedAddress('/partnerships/hamburg-busan')).toEqual({ state: 'live', movedTo: null });
  });

  test('takes rows in any order', async () => {
    const rows = [partnershipRow('order:p', ['order:1', 'order:2']), placeRow('order:2'), placeRow('order:1')];
    expect(verdictsOf(await bring(rows))).toEqual(['created', 'created', 'created']);
  });

  test('finds what is pointed to by key, by short name and by id', async () => {
    await bring([placeRow('by:1'), placeRow('by:2'), placeRow('by:3')]);
    const [second] = await database.admin`select ref from record where import_key = 'by:2'`;
    const parties = [{ place: 'by:1' }, { place: String(second?.['ref']) }, { place: await idOf('by:3') }];
    expect(verdictsOf(await bring([partnershipRow('by:p', [], { parties })]))).toEqual(['created']);
    const { content } = await unitOf(await idOf('by:p'), 'facts');
    const ids = await Promise.all(['by:1', 'by:2', 'by:3'].map((key) => idOf(key)));
    expect(content['parties']).toEqual(ids.map((place, index) => ({ id: `p${String(index + 1)}`, place })));
  });

  test('puts the row’s own source behind facts that name none', async () => {
    await bring([placeRow('own:1'), placeRow('own:2'), partnershipRow('own:p', ['own:1', 'own:2'])]);
    const id = await idOf('own:p');
    const rows =
      await database.admin`select path, source_id as source from claim where record_id = ${id} order by path`;
    expect(rows).toEqual([
      { path: 'parties', source: 'row' },
      { path: 'type', source: 'row' },
    ]);
    expect(await database.admin`select source_id as source from agreement where partnership_id = ${id}`).toEqual([
      { source: 'row' },
    ]);
  });

  test('writes drafts where nothing else is asked', async () => {
    await bring([placeRow('draft:1', { state: 'draft' }), { kind: 'theme', key: 'draft:2' }]);
    expect(await unitOf(await idOf('draft:1'), 'ar')).toMatchObject({ state: 'draft', publishedRev: null });
    expect(await unitOf(await idOf('draft:2'), 'facts')).toMatchObject({ content: { slug: '2' } });
  });

  test('as a dry run says the same and changes nothing', async () => {
    const rows = [placeRow('dry:1'), placeRow('dry:2')];
    const before = await fingerprint();
    const { lines, summary } = await bring(rows, { dryRun: true });
    expect(verdictsOf({ lines })).toEqual(['created', 'created']);
    expect(summary).toBe('rows.json: 2 created (dry run: nothing was changed)');
    expect(await fingerprint()).toBe(before);
  });

  test('of the whole seed works, and of the whole export again changes nothing', async () => {
    for (const name of ['themes', 'places', 'organisations', 'programmes', 'partnerships', 'stories']) {
      const bytes = readFileSync(new URL(`../../../db/seed/${name}.json`, import.meta.url));
      const { summary, isRefused } = await bringBytes(bytes);
      expect([isRefused, summary]).toEqual([false, expect.stringMatching(/created$/u)]);
    }
    const before = await fingerprint();
    const keyed = (await listRows()).filter(({ key }) => !/^[A-Z]-\d+$/u.test(key));
    expect(new Set(verdictsOf(await bring(keyed)))).toEqual(new Set(['unchanged']));
    expect(await fingerprint()).toBe(before);
  });
});

describe('the same file again', () => {
  test('changes nothing', async () => {
    const rows = [placeRow('same:1'), placeRow('same:2'), partnershipRow('same:p', ['same:1', 'same:2'])];
    await bring(rows);
    const before = await fingerprint();
    expect(verdictsOf(await bring(rows))).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(await fingerprint()).toBe(before);
  });

  test('twice at the same moment makes each record once', async () => {
    const rows = [placeRow('moment:1'), placeRow('moment:2')];
    const [one, other] = await Promise.all([bring(rows), bring(rows)]);
    expect([verdictsOf(one), verdictsOf(other)].toSorted(([a = ''], [b = '']) => a.localeCompare(b))).toEqual([
      ['created', 'created'],
      ['unchanged', 'unchanged'],
    ]);
  });

  test('keeps what a person wrote since', async () => {
    await bring([placeRow('human:1')]);
    const id = await idOf('human:1');
    const editor = callBy(await somebody('editor'));
    await runCommand(
      saveUnit,
      { record: id, scope: 'ar', baseRev: 1, content: { title: 'عنوان بشري', lead: 'مقدمة' } },
      editor,
    );
    expect(verdictsOf(await bring([placeRow('human:1')]))).toEqual(['unchanged']);
    expect(await unitOf(id, 'ar')).toMatchObject({ content: { title: 'عنوان بشري', lead: 'مقدمة' }, publishedRev: 1 });
  });

  test('releases what was a draft before, and puts nothing back that a person withdrew', async () => {
    await bring([placeRow('state:1', { state: 'draft' })]);
    expect(verdictsOf(await bring([placeRow('state:1')]))).toEqual(['updated']);
    const id = await idOf('state:1');
    expect(await unitOf(id, 'ar')).toMatchObject({ state: 'published', publishedRev: 1 });
    await runCommand(unpublishUnits, { record: id, scopes: ['facts'] }, callBy());
    expect(verdictsOf(await bring([placeRow('state:1')]))).toEqual(['unchanged']);
    const changed = placeRow('state:1', { texts: { ar: { title: 'اسم جديد' } } });
    expect((await bring([changed])).lines).toMatchObject([{ verdict: 'updated', draftsKept: ['ar'] }]);
    expect(await unitOf(id, 'ar')).toMatchObject({ content: { title: 'اسم جديد' }, publishedRev: null });
  });
});

describe('a changed file', () => {
  const row = (title: string, lead?: string) =>
    placeRow('changed:1', { texts: { ar: { title, ...(lead === undefined ? {} : { lead }) } } });

  test('updates and releases what changed', async () => {
    await bring([row('أ')]);
    expect(verdictsOf(await bring([row('ب')]))).toEqual(['updated']);
    const id = await idOf('changed:1');
    expect(await unitOf(id, 'ar')).toMatchObject({ content: { title: 'ب' }, publishedRev: 2 });
    expect((await revisionsOf(id, 'ar')).map(({ kind }) => kind)).toEqual(['import', 'import']);
    expect(await unitOf(id, 'facts')).toMatchObject({ headRev: 1 });
  });

  test('is merged beside a person’s draft, which stays one', async () => {
    const id = await idOf('changed:1');
    await runCommand(
      saveUnit,
      { record: id, scope: 'ar', baseRev: 2, content: { title: 'ب', lead: 'مسودة' } },
      callBy(),
    );
    expect((await bring([row('ج')])).lines).toMatchObject([{ verdict: 'updated', draftsKept: ['ar'] }]);
    expect(await unitOf(id, 'ar')).toMatchObject({ content: { title: 'ج', lead: 'مسودة' }, publishedRev: 2 });
  });

  test('is refused where a person changed the same place, and says which', async () => {
    const id = await idOf('changed:1');
    const { headRev } = await unitOf(id, 'ar');
    await runCommand(publishUnits, { record: id, units: [{ scope: 'ar', rev: headRev }] }, callBy());
    await runCommand(saveUnit, { record: id, scope: 'ar', baseRev: headRev, content: { title: 'بشري' } }, callBy());
    const before = await fingerprint();
    const { lines, isRefused } = await bring([row('آلي')]);
    expect(isRefused).toBe(true);
    expect(lines).toMatchObject([
      { row: 1, verdict: 'refused', problems: [{ field: 'texts.ar.title', reason: 'changedByPerson' }] },
    ]);
    expect(await fingerprint()).toBe(before);
  });

  test('keeps texts back as long as the facts they stand on are held back', async () => {
    await bring([placeRow('held:1', { state: 'draft', texts: {} })]);
    const id = await idOf('held:1');
    const { content } = await unitOf(id, 'facts');
    await runCommand(
      saveUnit,
      { record: id, scope: 'facts', baseRev: 1, content: { ...content, latitude: 1 } },
      callBy(),
    );
    expect((await bring([placeRow('held:1')])).lines).toMatchObject([{ verdict: 'updated', draftsKept: ['ar'] }]);
    expect(await unitOf(id, 'ar')).toMatchObject({ state: 'draft', publishedRev: null });
  });

  test('leaves units alone that it does not name', async () => {
    await bring([placeRow('partial:1', { texts: { ar: { title: 'أ' }, de: { title: 'A' } } })]);
    await bring([placeRow('partial:1', { texts: { ar: { title: 'ب' } } })]);
    expect(await unitOf(await idOf('partial:1'), 'de')).toMatchObject({ content: { title: 'A' }, publishedRev: 1 });
  });

  test('marks the translations that no longer follow, and confirms those it brings', async () => {
    const texts = (ar: string, de: string) => ({ sourceLocale: 'de', texts: { ar: { title: ar }, de: { title: de } } });
    await bring([placeRow('stale:1', texts('أ', 'A'))]);
    const id = await idOf('stale:1');
    await bring([placeRow('stale:1', texts('أ', 'B'))]);
    expect((await unitOf(id, 'ar')).stalePaths).toEqual(['title']);
    await bring([placeRow('stale:1', texts('ب', 'C'))]);
    expect((await unitOf(id, 'ar')).stalePaths).toEqual([]);
  });
});

describe('who imports', () => {
  test('an editor drafts; what is to be released is for publishers, and the whole file waits for them', async () => {
    const editor = await somebody('editor');
    expect(verdictsOf(await bring([placeRow('who:1', { state: 'draft' })], { actor: editor }))).toEqual(['created']);
    const before = await fingerprint();
    const mixed = [placeRow('who:2', { state: 'draft' }), placeRow('who:3')];
    const { isRefused, summary } = await bring(mixed, { actor: editor });
    expect([isRefused, summary]).toEqual([true, expect.stringContaining('rights')]);
    expect(await fingerprint()).toBe(before);
    expect(verdictsOf(await bring(mixed, { actor: await somebody('publisher') }))).toEqual(['created', 'created']);
  });

  test('of a record in the trash nobody: it is restored or the row left out', async () => {
    await bring([placeRow('trash:1')]);
    await runCommand(trashRecord, { record: await idOf('trash:1') }, callBy());
    const { lines } = await bring([placeRow('trash:1', { texts: { ar: { title: 'أحدث' } } })]);
    expect(lines).toMatchObject([{ verdict: 'refused', problems: [{ field: 'key', reason: 'referenceTrashed' }] }]);
  });
});
