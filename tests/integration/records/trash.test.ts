import { describe, expect, test } from 'vitest';
import { runCommand } from '#features/ledger/run-command.ts';
import { duplicateRecord } from '#features/records/commands/duplicate-record.ts';
import { keepHouse } from '#features/records/commands/keep-house.ts';
import { purgeRecord } from '#features/records/commands/purge-record.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { trashRecord } from '#features/records/commands/trash-record.ts';
import { unpublishUnits } from '#features/records/commands/unpublish-units.ts';
import { untrashRecord } from '#features/records/commands/untrash-record.ts';
import type { Content } from '#features/records/model.ts';
import { findPublishedAddress } from '#features/records/queries/find-published-address.ts';
import { listTrash } from '#features/records/queries/list-trash.ts';
import { callBy, NOW, somebody } from '#tests/support/calls.ts';
import { partnershipFacts } from '#tests/support/contents.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aPlace, publish } from '#tests/support/factories.ts';
import { lookInto } from '#tests/support/looking.ts';

const database = useTestDatabase();
const { unitOf, revisionsOf, auditOf, fingerprint } = lookInto(database);

async function trash(record: string, call = callBy()) {
  return runCommand(trashRecord, { record }, call);
}

async function saveFacts(record: string, baseRev: number, content: Content) {
  return runCommand(saveUnit, { record, scope: 'facts', baseRev, content }, callBy());
}

async function rowOf(record: string) {
  const [row] =
    await database.admin`select deleted_at as "deletedAt", deleted_by as "deletedBy", slug from record where id = ${record}`;
  return row;
}

describe('the trash', () => {
  test('takes a record off the site at once and keeps all of it', async () => {
    const publisher = await somebody('publisher');
    const { id, ref } = await aPlace({ slug: 'into-the-trash', isPublished: true });
    const call = callBy(publisher);
    expect(await trash(id, call)).toEqual({ ref });
    expect(await rowOf(id)).toEqual({ deletedAt: NOW, deletedBy: publisher.id, slug: 'into-the-trash' });
    expect(await database.admin`select 1 from place where id = ${id}`).toEqual([]);
    expect(await findPublishedAddress('/places/into-the-trash')).toEqual({ state: 'gone', movedTo: null });
    expect(await unitOf(id, 'ar')).toMatchObject({ state: 'draft', publishedRev: null });
    expect((await auditOf(call.requestId)).map(({ action, scope }) => [action, scope])).toEqual([
      ['record.trash', 'ar'],
      ['record.trash', 'facts'],
      ['record.trash', null],
    ]);
    await expect(trash(id)).rejects.toMatchObject({ code: 'stateRefused' });
  });

  test('gives a record back as a draft', async () => {
    const { id } = await aPlace({ isPublished: true });
    const { content } = await unitOf(id, 'ar');
    await trash(id);
    await runCommand(untrashRecord, { record: id }, callBy());
    expect(await rowOf(id)).toMatchObject({ deletedAt: null, deletedBy: null });
    expect(await unitOf(id, 'ar')).toMatchObject({ content, state: 'draft', publishedRev: null });
    await expect(runCommand(untrashRecord, { record: id }, callBy())).rejects.toMatchObject({ code: 'stateRefused' });
  });

  test('gives no record back whose address part has another holder by now', async () => {
    const { id } = await aPlace({ slug: 'taken-over' });
    await trash(id);
    const other = await aPlace({ slug: 'taken-over' });
    await expect(runCommand(untrashRecord, { record: id }, callBy())).rejects.toMatchObject({
      code: 'addressTaken',
      detail: { blockers: [{ id: other.id }] },
    });
  });

  test('an editor throws away what was never public; the rest is for publishers', async () => {
    const editor = callBy(await somebody('editor'));
    const [draft, published] = [await aPlace(), await aPlace({ isPublished: true })];
    await trash(draft.id, editor);
    await expect(trash(published.id, editor)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('a record that others point to', () => {
  test('stays, and they are named', async () => {
    const { id, ref, places } = await aPartnership();
    await expect(trash(places[0])).rejects.toMatchObject({
      code: 'inUse',
      detail: { blockers: [{ id, ref, kind: 'partnership' }] },
    });
    await trash(id);
    await trash(places[0]);
  });

  test('is not withdrawn while what readers see points to it, whatever the draft says', async () => {
    const { id, ref, places } = await aPartnership({ isPublished: true });
    const third = await aPlace({ isPublished: true });
    await saveFacts(id, 1, partnershipFacts([places[0], third.id], { slug: 'points-elsewhere-in-the-draft' }));
    const withdraw = runCommand(unpublishUnits, { record: places[1], scopes: ['facts'] }, callBy());
    await expect(withdraw).rejects.toMatchObject({ code: 'inUse', detail: { blockers: [{ id, ref }] } });
    await expect(trash(places[1])).rejects.toMatchObject({ code: 'inUse', detail: { blockers: [{ id, ref }] } });
    await publish(id, { facts: 2 });
    await trash(places[1]);
  });

  test('may be withdrawn while only drafts point to it', async () => {
    const { places } = await aPartnership();
    await runCommand(unpublishUnits, { record: places[0], scopes: ['facts'] }, callBy());
    expect(await unitOf(places[0], 'facts')).toMatchObject({ publishedRev: null });
  });

  test('is pointed to by nothing new once it lies in the trash, and by nothing public before it is public', async () => {
    const [one, two] = [await aPlace({ isPublished: true }), await aPlace()];
    const facts = partnershipFacts([one.id, two.id], { slug: 'pointing' });
    const { id } = await aPartnership({ facts });
    await expect(publish(id, { facts: 1 })).rejects.toMatchObject({
      code: 'referenceUnpublished',
      detail: { fields: [{ path: 'facts.parties.1.place', reason: 'referenceUnpublished' }] },
    });
    const three = await aPlace();
    await trash(three.id);
    await expect(saveFacts(id, 1, partnershipFacts([one.id, three.id], { slug: 'pointing' }))).rejects.toMatchObject({
      code: 'referenceTrashed',
      detail: { fields: [{ path: 'parties.1.place', reason: 'referenceTrashed', params: { ref: three.ref } }] },
    });
    await expect(saveFacts(id, 1, partnershipFacts([one.id, id], { slug: 'pointing' }))).rejects.toMatchObject({
      code: 'invalid',
      detail: { fields: [{ path: 'parties.1.place', reason: 'unknownReference' }] },
    });
  });

  test('and the trash at the same moment: one of the two is refused', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id, places } = await aPartnership();
      const fresh = await aPlace({ isPublished: true });
      const outcomes = await Promise.allSettled([
        saveFacts(id, 1, partnershipFacts([places[0], fresh.id], { slug: `racing-${String(round)}` })),
        trash(fresh.id),
      ]);
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    }
  });

  test('and its withdrawal at the same moment: readers never see a link to nothing', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id, places } = await aPartnership();
      const outcomes = await Promise.allSettled([
        publish(id, { facts: 1, ar: 1 }),
        runCommand(unpublishUnits, { record: places[1], scopes: ['facts'] }, callBy()),
      ]);
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      const refused = outcomes.find((outcome) => outcome.status === 'rejected');
      expect(['referenceUnpublished', 'inUse']).toContain(refused?.reason.code);
    }
  });

  test('a release and the trash at the same moment: nothing in the trash is public', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { id } = await aPlace();
      await Promise.allSettled([publish(id, { facts: 1, ar: 1 }), trash(id)]);
      const [row] = await database.admin`select deleted_at is not null as trashed from record where id = ${id}`;
      expect(row).toEqual({ trashed: true });
      expect(await database.admin`select 1 from place where id = ${id}`).toEqual([]);
    }
  });
});

describe('purging', () => {
  test('deletes what lies in the trash for ever and keeps its name and its trail', async () => {
    const administrator = await somebody('administrator');
    const { id, ref } = await aPlace();
    await trash(id);
    const call = callBy(administrator);
    expect(await runCommand(purgeRecord, { record: id }, call)).toEqual({ ref });
    for (const table of ['record', 'unit', 'revision', 'record_ref', 'imported_unit']) {
      const column = table === 'record' ? 'id' : 'record_id';
      expect(await database.admin.unsafe(`select 1 from ${table} where ${column} = '${id}'`)).toEqual([]);
    }
    expect(await database.admin`select ref, kind, purged_by as by from tombstone where id = ${id}`).toEqual([
      { ref, kind: 'place', by: administrator.id },
    ]);
    expect(await auditOf(call.requestId)).toMatchObject([{ action: 'record.purge', subjectId: id, detail: { ref } }]);
  });

  test('is refused outside of the trash, by the command and by the database', async () => {
    const { id } = await aPlace();
    await expect(runCommand(purgeRecord, { record: id }, callBy())).rejects.toMatchObject({ code: 'stateRefused' });
    await expect(database.admin`select purge_record(${id}::uuid, null)`).rejects.toMatchObject({ code: '23001' });
  });

  test('comes by itself after 30 days in the trash, not before', async () => {
    const [old, young] = [await aPlace(), await aPlace()];
    const daysAgo = (days: number) => new Date(NOW.getTime() - days * 24 * 3_600_000);
    await trash(old.id, callBy(undefined, { now: daysAgo(31) }));
    await trash(young.id, callBy(undefined, { now: daysAgo(29) }));
    expect(await runCommand(keepHouse, {}, callBy())).toMatchObject({ purged: 1 });
    expect(await rowOf(old.id)).toBeUndefined();
    expect(await rowOf(young.id)).toBeDefined();
  });
});

describe('duplicating', () => {
  test('starts a draft with the newest words, without address part and key', async () => {
    const { id } = await aPlace({
      slug: 'original',
      texts: { ar: { title: 'أ' }, de: { title: 'B' } },
      isPublished: true,
    });
    await runCommand(saveUnit, { record: id, scope: 'ar', baseRev: 1, content: { title: 'أحدث' } }, callBy());
    const copy = await runCommand(duplicateRecord, { record: id }, callBy());
    expect(copy.id).not.toBe(id);
    expect(await unitOf(copy.id, 'facts')).toMatchObject({ content: { kind: 'city', country: 'DE' }, state: 'draft' });
    expect(await unitOf(copy.id, 'ar')).toMatchObject({ content: { title: 'أحدث' }, publishedRev: null });
    expect(await revisionsOf(copy.id, 'de')).toMatchObject([{ n: 1, kind: 'duplicate', content: { title: 'B' } }]);
    const [row] = await database.admin`select import_key, slug from record where id = ${copy.id}`;
    expect(row).toEqual({ import_key: null, slug: null });
  });

  test('of nothing is refused and leaves nothing', async () => {
    const before = await fingerprint();
    const nobody = '0193aaaa-0000-7000-8000-000000000000';
    await expect(runCommand(duplicateRecord, { record: nobody }, callBy())).rejects.toMatchObject({ code: 'notFound' });
    expect(await fingerprint()).toBe(before);
  });
});

test('what lies in the trash is listed for staff, by the nearest title, and nothing else is', async () => {
  const editor = await somebody('editor');
  const { id, ref } = await aPlace({ sourceLocale: 'de', texts: { de: { title: 'Weggeworfen' } } });
  const kept = await aPlace();
  await trash(id, callBy(editor));
  const { rows, total } = await listTrash(editor, { locale: 'ar', page: 1 });
  expect(rows.find((row) => row.id === id)).toMatchObject({ ref, kind: 'place', title: 'Weggeworfen' });
  expect(rows.map((row) => row.id)).not.toContain(kept.id);
  expect(total).toBe(rows.length);
  await expect(listTrash({ kind: 'anonymous' }, { locale: 'ar', page: 1 })).rejects.toMatchObject({
    code: 'forbidden',
  });
});
