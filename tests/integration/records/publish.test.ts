import { describe, expect, test } from 'vitest';
import { listen } from '#db/client.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { createRecord } from '#features/records/commands/create-record.ts';
import { publishUnits } from '#features/records/commands/publish-units.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { unpublishUnits } from '#features/records/commands/unpublish-units.ts';
import type { Content, Scope } from '#features/records/model.ts';
import { findPublishedAddress } from '#features/records/queries/find-published-address.ts';
import { callBy } from '#tests/support/calls.ts';
import { factsOf, partnershipFacts, SOURCES } from '#tests/support/contents.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aPlace, aRecord, publish } from '#tests/support/factories.ts';
import { lookInto } from '#tests/support/looking.ts';

const database = useTestDatabase();
const { unitOf, auditOf, fingerprint } = lookInto(database);

async function save(record: string, scope: Scope, baseRev: number, content: Content) {
  return runCommand(saveUnit, { record, scope, baseRev, content }, callBy());
}

async function withdraw(record: string, ...scopes: Scope[]) {
  return runCommand(unpublishUnits, { record, scopes }, callBy());
}

const unknown = (path: string) => ({ path, reason: 'unknownNote', params: { source: 's9' } });

describe('releasing', () => {
  test('touches exactly the units named', async () => {
    const { id } = await aPlace({ texts: { ar: { title: 'أ' }, de: { title: 'B' }, en: { title: 'C' } } });
    const call = callBy();
    expect(await publish(id, { facts: 1, ar: 1 }, call)).toEqual({ published: ['ar', 'facts'] });
    expect(await unitOf(id, 'ar')).toMatchObject({ state: 'published', publishedRev: 1, version: 2 });
    expect(await unitOf(id, 'de')).toMatchObject({ state: 'draft', publishedRev: null, version: 1 });
    expect(await database.admin`select locale, title from place_text where place_id = ${id}`).toEqual([
      { locale: 'ar', title: 'أ' },
    ]);
    expect(await auditOf(call.requestId)).toMatchObject([
      { action: 'record.publish', scope: 'facts', revision: 1, subjectId: id },
      { action: 'record.publish', scope: 'ar', revision: 1, subjectId: id },
    ]);
  });

  test('shows readers the released revision whatever is drafted after', async () => {
    const { id } = await aPlace({ texts: { ar: { title: 'أ' } }, isPublished: true });
    await save(id, 'ar', 1, { title: 'ب' });
    expect(await database.admin`select title from place_text where place_id = ${id}`).toEqual([{ title: 'أ' }]);
    await publish(id, { ar: 2 });
    expect(await database.admin`select title from place_text where place_id = ${id}`).toEqual([{ title: 'ب' }]);
  });

  test('a text before the facts is refused; newer drafts of the facts do not matter', async () => {
    const { id } = await aPlace();
    const before = await fingerprint();
    await expect(publish(id, { ar: 1 })).rejects.toMatchObject({ code: 'factsUnpublished' });
    expect(await fingerprint()).toBe(before);
    await publish(id, { facts: 1 });
    await save(id, 'facts', 1, { slug: 'incomplete' });
    expect(await publish(id, { ar: 1 })).toEqual({ published: ['ar'] });
  });

  test('says what is missing, by unit and field, and changes nothing', async () => {
    const created = await runCommand(
      createRecord,
      { kind: 'partnership', sourceLocale: 'ar', units: { facts: { type: 'port' }, ar: { lead: 'نص' } } },
      callBy(),
    );
    const before = await fingerprint();
    await expect(publish(created.id, { facts: 1, ar: 1 })).rejects.toMatchObject({
      code: 'invalid',
      detail: {
        fields: expect.arrayContaining([
          { path: 'facts.slug', reason: 'required' },
          { path: 'facts.parties', reason: 'required' },
          { path: 'facts.type', reason: 'claimMissing' },
          { path: 'ar.title', reason: 'required' },
        ]) as unknown,
      },
    });
    expect(await fingerprint()).toBe(before);
  });

  test('a text may name only sources that readers find beside it', async () => {
    const run = { type: 'text', text: 'نص', marks: [{ type: 'sourceNote', attrs: { sourceId: 's9' } }] };
    const body = { type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'b1' }, content: [run] }] };
    const { id } = await aPartnership({ texts: { ar: { title: 'شراكة', body } } });
    const refused = { code: 'invalid', detail: { fields: [unknown('ar.body')] } };
    await expect(publish(id, { facts: 1, ar: 1 })).rejects.toMatchObject(refused);
    const [facts] = await database.admin<{ content: Content }[]>`
      select content from unit where record_id = ${id} and scope = 'facts'`;
    const sources = [...SOURCES, { id: 's9', publisher: 'بلدية' }];
    await save(id, 'facts', 1, { ...facts?.content, sources });
    expect(await publish(id, { facts: 2, ar: 1 })).toEqual({ published: ['ar', 'facts'] });
  });

  test('again what readers see already has no effect', async () => {
    const { id } = await aPlace({ isPublished: true });
    const before = await fingerprint();
    expect(await publish(id, { facts: 1, ar: 1 })).toEqual({ published: [] });
    expect(await fingerprint()).toBe(before);
  });

  test('a unit named twice is refused', async () => {
    const { id } = await aPlace();
    const units = [
      { scope: 'facts', rev: 1 },
      { scope: 'facts', rev: 1 },
    ];
    await expect(runCommand(publishUnits, { record: id, units }, callBy())).rejects.toMatchObject({
      detail: { fields: [{ path: 'units', reason: 'twice' }] },
    });
  });

  test('two languages in the same moment keep both', async () => {
    const texts = { ar: { title: 'أ' }, de: { title: 'B' }, en: { title: 'C' } };
    const { id } = await aPlace({ texts });
    await publish(id, { facts: 1 });
    await Promise.all([publish(id, { ar: 1 }), publish(id, { de: 1 }), publish(id, { en: 1 })]);
    const rows = await database.admin`select locale, title from place_text where place_id = ${id} order by locale`;
    expect(rows.map(({ title }) => title as string)).toEqual(['أ', 'B', 'C']);
    for (const scope of ['ar', 'de', 'en']) expect(await unitOf(id, scope)).toMatchObject({ publishedRev: 1 });
  });
});

describe('withdrawing', () => {
  test('one language of several leaves the others and the address', async () => {
    const { id } = await aPlace({
      slug: 'one-of-two',
      texts: { ar: { title: 'أ' }, de: { title: 'B' } },
      isPublished: true,
    });
    const call = callBy();
    expect(await runCommand(unpublishUnits, { record: id, scopes: ['de'] }, call)).toEqual({ withdrawn: ['de'] });
    expect(await database.admin`select locale from place_text where place_id = ${id}`).toEqual([{ locale: 'ar' }]);
    expect(await unitOf(id, 'de')).toMatchObject({ state: 'draft', publishedRev: null, version: 3 });
    expect(await findPublishedAddress('/places/one-of-two')).toEqual({ state: 'live', movedTo: null });
    expect(await auditOf(call.requestId)).toMatchObject([{ action: 'record.unpublish', scope: 'de' }]);
  });

  test('the last language takes the record with it: a page without words is none', async () => {
    const { id } = await aPlace({ slug: 'last-words', isPublished: true });
    expect(await withdraw(id, 'ar')).toEqual({ withdrawn: ['ar', 'facts'] });
    expect(await database.admin`select 1 from place where id = ${id}`).toEqual([]);
    expect(await findPublishedAddress('/places/last-words')).toEqual({ state: 'gone', movedTo: null });
    await publish(id, { facts: 1, ar: 1 });
    expect(await findPublishedAddress('/places/last-words')).toEqual({ state: 'live', movedTo: null });
  });

  test('the facts take every language with them', async () => {
    const { id } = await aPlace({ texts: { ar: { title: 'أ' }, de: { title: 'B' } }, isPublished: true });
    expect(await withdraw(id, 'facts')).toEqual({ withdrawn: ['ar', 'de', 'facts'] });
    expect(await database.admin`select 1 from place_text where place_id = ${id}`).toEqual([]);
  });

  test('what is not public is refused', async () => {
    const { id } = await aPlace();
    await expect(withdraw(id, 'facts')).rejects.toMatchObject({ code: 'stateRefused' });
  });
});

describe('addresses', () => {
  test('open with facts and a first text, and not before', async () => {
    const { id } = await aPlace({ slug: 'opens-late' });
    await publish(id, { facts: 1 });
    expect(await findPublishedAddress('/places/opens-late')).toBeNull();
    await publish(id, { ar: 1 });
    expect(await findPublishedAddress('/places/opens-late')).toEqual({ state: 'live', movedTo: null });
  });

  test('move when a new address part is released, and may move back', async () => {
    const { id } = await aPlace({ slug: 'danzig', isPublished: true });
    const { content } = await unitOf(id, 'facts');
    await save(id, 'facts', 1, { ...content, slug: 'gdansk' });
    expect(await findPublishedAddress('/places/danzig')).toEqual({ state: 'live', movedTo: null });
    expect(await findPublishedAddress('/places/gdansk')).toBeNull();

    await publish(id, { facts: 2 });
    expect(await findPublishedAddress('/places/danzig')).toEqual({ state: 'moved', movedTo: '/places/gdansk' });
    await save(id, 'facts', 2, content);
    await publish(id, { facts: 3 });
    expect(await findPublishedAddress('/places/danzig')).toEqual({ state: 'live', movedTo: null });
    expect(await findPublishedAddress('/places/gdansk')).toEqual({ state: 'moved', movedTo: '/places/danzig' });
  });

  test('of a record that is off the site are gone, the earlier ones too', async () => {
    const { id } = await aPlace({ slug: 'first-name', isPublished: true });
    const { content } = await unitOf(id, 'facts');
    await save(id, 'facts', 1, { ...content, slug: 'second-name' });
    await publish(id, { facts: 2 });
    await withdraw(id, 'facts');
    expect(await findPublishedAddress('/places/first-name')).toEqual({ state: 'gone', movedTo: null });
    expect(await findPublishedAddress('/places/second-name')).toEqual({ state: 'gone', movedTo: null });
  });

  test('that another record holds are taken, in drafts and before the public', async () => {
    const { id } = await aPlace({ slug: 'held', isPublished: true });
    await expect(aPlace({ slug: 'held' })).rejects.toMatchObject({
      code: 'addressTaken',
      detail: { fields: [{ path: 'slug', reason: 'addressTaken' }], blockers: [{ id }] },
    });
    const { content } = await unitOf(id, 'facts');
    await save(id, 'facts', 1, { ...content, slug: 'given-up-in-a-draft' });
    const other = await aPlace({ slug: 'held' });
    await expect(publish(other.id, { facts: 1, ar: 1 })).rejects.toMatchObject({
      code: 'addressTaken',
      detail: { fields: [{ path: 'facts.slug', reason: 'addressTaken' }] },
    });
  });

  test('of kinds without pages are taken in the same way', async () => {
    const { id } = await aRecord('theme', { slug: 'water', isPublished: true });
    await save(id, 'facts', 1, { slug: 'given-up' });
    const other = await aRecord('theme', { slug: 'water' });
    await expect(publish(other.id, { facts: 1, ar: 1 })).rejects.toMatchObject({ code: 'addressTaken' });
  });

  test('claimed by several in the same moment go to one of them', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => aPlace({ slug: 'contested' })));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(5);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'addressTaken' });
  });
});

describe('pages out of date', () => {
  test('are marked in the table and by a notification: the record, what it points to, what pointed to it, and the lists', async () => {
    const { id, places } = await aPartnership();
    await database.admin`delete from cache_tag`;
    const heard: string[] = [];
    await new Promise<void>((resolve, reject) => {
      const listener = listen(
        'cache_tags',
        (payload) => {
          heard.push(payload);
          listener.close().then(resolve, reject);
        },
        () => void publish(id, { facts: 1, ar: 1 }).catch(reject),
      );
    });
    const tags = [
      `record:${id}`,
      ...places.map((place) => `record:${place}`),
      'list:partnership',
      'country:DE',
    ].toSorted();
    const rows = await database.admin<{ tag: string; at: Date }[]>`select tag, at from cache_tag order by tag`;
    expect(rows.map(({ tag }) => tag)).toEqual(tags);
    expect(JSON.parse(heard[0] ?? '')).toEqual({ tags, times: rows.map(({ at }) => at.getTime()) });
  });

  test('include those of what the record no longer points to', async () => {
    const { id, places } = await aPartnership({ isPublished: true });
    const third = await aPlace({ isPublished: true });
    await database.admin`delete from cache_tag`;
    await save(id, 'facts', 1, partnershipFacts([places[0], third.id], { slug: 'moved-on' }));
    await publish(id, { facts: 2 });
    const rows = await database.admin`select tag from cache_tag`;
    expect(rows.map(({ tag }) => tag as string)).toEqual(
      expect.arrayContaining([`record:${places[1]}`, `record:${third.id}`]),
    );
  });

  test('are marked by nothing that readers do not see', async () => {
    await database.admin`delete from cache_tag`;
    const { id } = await aPlace();
    await save(id, 'facts', 1, factsOf('place', 'unseen'));
    expect(await database.admin`select tag from cache_tag`).toEqual([]);
  });
});
