import { describe, expect, test } from 'vitest';
import { runCommand } from '#features/ledger/run-command.ts';
import { mergeRecords } from '#features/records/commands/merge-records.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { submitUnit } from '#features/records/commands/submit-unit.ts';
import { untrashRecord } from '#features/records/commands/untrash-record.ts';
import { findAddressOfRef } from '#features/records/queries/find-address-of-ref.ts';
import { findPublishedAddress } from '#features/records/queries/find-published-address.ts';
import { listUses } from '#features/records/queries/list-uses.ts';
import { callBy, somebody } from '#tests/support/calls.ts';
import { factsOf, partnershipFacts } from '#tests/support/contents.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aPlace, aRecord, publish } from '#tests/support/factories.ts';
import { lookInto } from '#tests/support/looking.ts';

const database = useTestDatabase();
const { unitOf, revisionsOf, auditOf, fingerprint } = lookInto(database);
const { admin } = database;

/** After everything that a test arranges. */
const LATER = new Date('2026-11-25T11:00:00Z');

/** Puts one in the place of the other, both as they were made. */
async function merge(record: string, into: string, { call = callBy(), takeNames = false, rev = 1, intoRev = 1 } = {}) {
  return runCommand(mergeRecords, { record, into, rev, intoRev, takeNames }, call);
}

const placesOf = (content: Record<string, unknown>) =>
  (content['parties'] as { place: string }[]).map(({ place }) => place);

describe('two records of one thing become one', () => {
  test('what is public points to the one that stays, the old address leads there, the other lies in the trash', async () => {
    const stays = await aPlace({ slug: 'the-port', isPublished: true });
    const partnership = await aPartnership({ slug: 'port-and-other', isPublished: true });
    const [goes, partner] = partnership.places;
    const slug = (await unitOf(goes, 'facts')).content['slug'];
    const publisher = await somebody('publisher');
    const [before] = await admin<{ at: Date }[]>`select now() as at`;
    const call = callBy(publisher, { now: LATER });
    const { ref } = await merge(goes, stays.id, { call });
    expect(placesOf((await unitOf(partnership.id, 'facts')).content)).toEqual([stays.id, partner]);
    const sides =
      await admin`select place_id as "placeId" from partnership_party where partnership_id = ${partnership.id} order by position`;
    expect(sides.map(({ placeId }) => placeId)).toEqual([stays.id, partner]);
    expect(await unitOf(partnership.id, 'facts')).toMatchObject({ state: 'published', headRev: 2, publishedRev: 2 });
    expect((await revisionsOf(partnership.id, 'facts')).map(({ kind }) => kind)).toEqual(['create', 'merge']);
    expect(await findPublishedAddress(`/places/${String(slug)}`)).toEqual({
      state: 'moved',
      movedTo: '/places/the-port',
    });
    const [row] =
      await admin`select deleted_at as "deletedAt", deleted_by as "deletedBy" from record where id = ${goes}`;
    expect(row).toEqual({ deletedAt: LATER, deletedBy: publisher.id });
    const lines = await auditOf(call.requestId);
    expect(lines.find(({ subjectId, detail }) => subjectId === goes && detail !== null)?.detail).toEqual({
      into: stays.ref,
      redirected: 1,
      republished: 1,
    });
    expect(ref).not.toBe(stays.ref);
    const tags = await admin`select tag from cache_tag where at >= ${before?.at ?? LATER}`;
    expect(tags.map(({ tag }) => tag)).toEqual(
      expect.arrayContaining([`record:${goes}`, `record:${stays.id}`, `record:${partnership.id}`]),
    );
  });

  test('the address that leads on goes along when the one that stays moves', async () => {
    const [goes, stays] = [
      await aPlace({ slug: 'moved-a', isPublished: true }),
      await aPlace({ slug: 'moved-b', isPublished: true }),
    ];
    await merge(goes.id, stays.id);
    const content = factsOf('place', 'moved-c');
    await runCommand(saveUnit, { record: stays.id, scope: 'facts', baseRev: 1, content }, callBy());
    await publish(stays.id, { facts: 2 });
    expect(await findPublishedAddress('/places/moved-a')).toEqual({ state: 'moved', movedTo: '/places/moved-c' });
    expect(await findAddressOfRef(goes.ref)).toEqual({ id: stays.id, path: '/places/moved-c' });
  });

  test('a draft beyond what is public stays a draft, and readers get nothing of it', async () => {
    const stays = await aPlace({ isPublished: true });
    const partnership = await aPartnership({ isPublished: true });
    const [goes, partner] = partnership.places;
    const content = partnershipFacts([goes, partner], { slug: 'draft-beyond', type: 'twinning' });
    await runCommand(saveUnit, { record: partnership.id, scope: 'facts', baseRev: 1, content }, callBy());
    const editor = await somebody('editor');
    await runCommand(submitUnit, { record: partnership.id, scope: 'facts', rev: 2 }, callBy(editor));
    await merge(goes, stays.id);
    const facts = await unitOf(partnership.id, 'facts');
    expect(facts).toMatchObject({ state: 'in_review', submittedBy: editor.id, headRev: 4, publishedRev: 3 });
    expect(facts.content).toMatchObject({ slug: 'draft-beyond', type: 'twinning' });
    expect(placesOf(facts.content)).toEqual([stays.id, partner]);
    const [shown] = await admin`select type from partnership where id = ${partnership.id}`;
    expect(shown).toEqual({ type: 'cooperation' });
  });

  test('drafts that nobody saw are led on as well, and nothing of them goes public', async () => {
    const [goes, stays] = [await aPlace(), await aPlace()];
    const organisation = await aRecord('organisation', { facts: { place: goes.id } });
    expect(await merge(goes.id, stays.id)).toMatchObject({ redirected: 1, republished: 0 });
    expect(await unitOf(organisation.id, 'facts')).toMatchObject({
      content: { place: stays.id },
      state: 'draft',
      publishedRev: null,
    });
    expect(await listUses(await somebody('editor'), stays.id, 'ar')).toMatchObject({ total: 1, published: 0 });
  });

  test('the names of the one become other names of the other, as a draft', async () => {
    const goes = await aPlace({ texts: { ar: { title: 'درسدن', aliases: ['دريسدن'] }, de: { title: 'Dresden' } } });
    const stays = await aPlace({ texts: { ar: { title: 'دريزدن', aliases: ['دريسدن'] } }, isPublished: true });
    await merge(goes.id, stays.id, { takeNames: true });
    const text = await unitOf(stays.id, 'ar');
    expect(text).toMatchObject({
      content: { title: 'دريزدن', aliases: ['دريسدن', 'درسدن'] },
      state: 'draft',
      publishedRev: 1,
    });
  });

  test('a dry run answers the same and changes nothing', async () => {
    const stays = await aPlace({ isPublished: true });
    const { places } = await aPartnership({ isPublished: true });
    const call = callBy(await somebody('publisher'), { dryRun: true });
    const seen = await fingerprint();
    const planned = await merge(places[0], stays.id, { call });
    expect(await fingerprint()).toBe(seen);
    expect(await merge(places[0], stays.id)).toEqual(planned);
  });

  test('the one that went comes back as a draft', async () => {
    const [goes, stays] = [
      await aPlace({ slug: 'comes-back', isPublished: true }),
      await aPlace({ isPublished: true }),
    ];
    await merge(goes.id, stays.id);
    await runCommand(untrashRecord, { record: goes.id }, callBy());
    expect(await unitOf(goes.id, 'facts')).toMatchObject({ state: 'draft', publishedRev: null });
    await publish(goes.id, { facts: 1, ar: 1 });
    expect(await findPublishedAddress('/places/comes-back')).toEqual({ state: 'live', movedTo: null });
  });
});

describe('is refused', () => {
  test('where a record names both; it is named and nothing changes', async () => {
    const { id, ref, places } = await aPartnership({ isPublished: true });
    const before = await fingerprint();
    await expect(merge(places[0], places[1])).rejects.toMatchObject({
      code: 'invalid',
      detail: { fields: [{ path: 'record', reason: 'mergeBlocked', params: { ref } }], blockers: [{ id }] },
    });
    expect(await fingerprint()).toBe(before);
  });

  test('where somebody wrote one of them meanwhile', async () => {
    const [goes, stays] = [await aPlace(), await aPlace()];
    await expect(merge(goes.id, stays.id, { rev: 2 })).rejects.toMatchObject({ code: 'conflict' });
    await expect(merge(goes.id, stays.id, { intoRev: 2 })).rejects.toMatchObject({ code: 'conflict' });
  });

  test('where readers would be led to what they cannot see', async () => {
    const [goes, stays] = [await aPlace({ isPublished: true }), await aPlace()];
    await expect(merge(goes.id, stays.id)).rejects.toMatchObject({
      code: 'referenceUnpublished',
      detail: { blockers: [{ id: stays.id }] },
    });
  });

  test('for one record twice, two kinds, the trash and what is not there', async () => {
    const [one, other, theme] = [await aPlace(), await aPlace(), await aRecord('theme')];
    await expect(merge(one.id, one.id)).rejects.toMatchObject({ code: 'stateRefused' });
    await expect(merge(one.id, theme.id)).rejects.toMatchObject({ code: 'invalid' });
    await expect(merge(one.id, '019313a2-0000-7000-8000-000000000000')).rejects.toMatchObject({ code: 'notFound' });
    await merge(one.id, other.id);
    await expect(merge(one.id, other.id)).rejects.toMatchObject({ code: 'stateRefused' });
  });
});
